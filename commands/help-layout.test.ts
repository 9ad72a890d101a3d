import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { helpWidth, section, wrap } from './help-layout.ts';

test.each([
  ['no terminal', undefined, 80],
  ['a usual terminal', 90, 90],
  ['a wide one, whose lines would be hard to read', 200, 100],
  ['a narrow one', 20, 60],
])('the help for %s has a fitting width', (_, columns, expected) => {
  expect(helpWidth(columns)).toBe(expected);
});

describe('section', () => {
  test('aligns the texts and wraps them below each other', () => {
    expect(
      section(
        'Flags:',
        [
          ['-a', 'one two three four'],
          ['--long', 'five'],
        ],
        24,
      ),
    ).toBe('Flags:\n  -a      one two three\n          four\n  --long  five\n');
  });

  test('gives a long term a line of its own', () => {
    expect(section('Flags:', [['--a-flag-with-a-very-long-name', 'text']], 80)).toBe(
      `Flags:\n  --a-flag-with-a-very-long-name\n${' '.repeat(30)}text\n`,
    );
  });
});

test('wrapped lines fit and keep every word', () => {
  const words = fc.array(fc.stringMatching(/^[a-z]{1,12}$/), { minLength: 1 });
  fc.assert(
    fc.property(words, fc.integer({ min: 12, max: 60 }), (list, width) => {
      const lines = wrap(list.join(' '), width);
      expect(lines.join(' ')).toBe(list.join(' '));
      expect(Math.max(...lines.map(({ length }) => length))).toBeLessThanOrEqual(width);
    }),
  );
});
