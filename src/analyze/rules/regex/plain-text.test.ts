import fc from 'fast-check';
import { RE2JS } from 're2js';
import { expect, it } from 'vitest';
import { plainText } from './plain-text.ts';

const exact = (text: string): object => ({ match: 'exact', text });
const prefix = (text: string): object => ({ match: 'prefix', text });

it.each([
  ['a path', '/books', exact('/books')],
  ['anchors, which change nothing', '^/books$', exact('/books')],
  ['an escaped dot', String.raw`/robots\.txt`, exact('/robots.txt')],
  ['an escaped hyphen', String.raw`/a\-b`, exact('/a-b')],
  ['anything at the end', '/books/.*', prefix('/books/')],
  ['anything at the end, anchored', '^/books.*$', prefix('/books')],
  ['a bare dot', '/robots.txt', undefined],
  ['something at the end', '/books/.+', undefined],
  ['anything at all', '.*', undefined],
  ['anything at the beginning', '.*/books', undefined],
  ['a class', String.raw`/books/\d`, undefined],
  ['an end of the text, written as a letter', String.raw`/books\z`, undefined],
  ['a choice', '/a|/b', undefined],
  ['a group', '(/books)', undefined],
  ['a flag', '(?i)/books', undefined],
  ['an escaped dollar sign at the end', String.raw`/price\$`, exact('/price$')],
  ['nothing', '', undefined],
])('reads %s', (_, regex, expected) => {
  expect(plainText(regex)).toEqual(expected);
});

it('finds texts that the expression fits', () => {
  const part = fc.constantFrom(
    'a',
    '/',
    '-',
    '\\.',
    '\\$',
    '.',
    '.*',
    '^',
    '$',
    '(',
    ')',
    '\\d',
    '+',
    '[',
    '}',
  );
  fc.assert(
    fc.property(fc.array(part, { maxLength: 8 }), (parts) => {
      const found = plainText(parts.join(''));
      fc.pre(found !== undefined);
      const matcher = RE2JS.compile(parts.join(''));
      expect(matcher.matches(found.text)).toBe(true);
      expect(matcher.matches(`${found.text}z`)).toBe(found.match === 'prefix');
    }),
  );
});
