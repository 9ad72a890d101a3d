import fc from 'fast-check';
import { parse } from 'yaml';
import { describe, expect, it } from 'vitest';
import { yamlDocument } from './yaml-document.ts';
import { yamlText } from './yaml-text.ts';

describe('yamlText', () => {
  it.each([
    ['leaves plain text alone', 'web', 'value: web\n'],
    ['writes several lines as a block', 'a: 1\n  b\n', 'value: |\n  a: 1\n    b\n'],
    ['quotes what YAML 1.1 takes for something else', 'yes', 'value: "yes"\n'],
    [
      'escapes what starts a sequence of a terminal',
      '\u001b[31m\u009b2J\u007f',
      'value: "\\e[31m\\u009b2J\\u007f"\n',
    ],
    ['escapes what turns the direction of text', 'a\u202eb\u2028', 'value: "a\\u202eb\\u2028"\n'],
    ['escapes it in several lines', 'a\n\u009bb\n', 'value: "a\\n\\u009bb\\n"\n'],
    ['keeps a tab within several lines', 'a\n\tb\n', 'value: "a\\n\\tb\\n"\n'],
    [
      'leaves a CI system no command at the start of a line',
      'a\n::error::x\n',
      'value: "a\\n::error::x\\n"\n',
    ],
  ])('%s', (_, text, yaml) => {
    expect(yamlText({ value: text })).toBe(yaml);
    expect(parse(yaml)).toEqual({ value: text });
  });

  it('escapes keys as well', () => {
    expect(yamlText({ 'a\u009b': 1 })).toBe('"a\\u009b": 1\n');
  });

  it('writes an object that stands in two places twice', () => {
    const shared = { port: 80 };
    expect(yamlText([shared, shared])).toBe('- port: 80\n- port: 80\n');
  });

  it('writes the very text that the library does', () => {
    const parts = [
      'a',
      '\n',
      ' ',
      '#',
      ':',
      '-',
      '::',
      '##[',
      '\t',
      'é',
      '---',
      'yes',
      '0x1f',
      '__proto__',
      '~',
    ];
    const text = fc.oneof(
      fc.array(fc.constantFrom(...parts), { maxLength: 6 }).map((list) => list.join('')),
      fc.string({ unit: 'binary' }),
      fc.lorem(),
    );
    const { value } = fc.letrec((tie) => ({
      value: fc.oneof(
        { depthSize: 'medium' },
        ...[text, fc.double(), fc.boolean(), fc.constantFrom(null, {}, [])],
        fc.array(tie('value'), { maxLength: 4 }),
        fc.dictionary(text, tie('value'), { maxKeys: 4, noNullPrototype: true }),
      ),
    }));
    fc.assert(
      fc.property(value, (any) => {
        expect(yamlText(any)).toBe(yamlDocument(any));
      }),
      { numRuns: 500 },
    );
  });
});
