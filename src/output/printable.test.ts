import { expect, test } from 'vitest';
import { escapeLines, printable } from './printable.ts';

test.each([
  ['line ends and tabs', 'a\r\n\tb', 'a\\r\\n\\tb'],
  ['escape codes', '\u001b[31mred', '\\x1b[31mred'],
  ['C1 controls', '\u009b31m', '\\x9b31m'],
  ['NUL and DEL', '\u0000\u007f', '\\x00\\x7f'],
  ['marks that reverse the text', 'a\u202eb\u2066c', 'a\\u202eb\\u2066c'],
  ['line separators', '\u2028\u2029', '\\u2028\\u2029'],
  ['half a character', 'a\ud83d', 'a\\ud83d'],
  ['a command that opens the line', '::error::x', '\\x3a:error::x'],
  ['a command behind blanks', '  ::error::x', '  \\x3a:error::x'],
  ['an old command anywhere', 'a ##[group]b', 'a #\\x23[group]b'],
  ['a command of Azure', '##vso[task.setvariable]', '#\\x23vso[task.setvariable]'],
])('%s are spelt out', (_, text, shown) => {
  expect(printable(text)).toBe(shown);
});

test.each([
  'plain',
  'größe 商店 🛒 👩‍👩‍👧',
  'a::b',
  'spec.http[0]',
  '## heading [x]',
  '# a [b]',
  'C:\\temp',
  ': :',
  '',
])('%j stays', (text) => {
  expect(printable(text)).toBe(text);
});

test('many blanks take no longer than other text', () => {
  const blanks = ' '.repeat(2_000_000);
  expect(printable(blanks)).toBe(blanks);
});

test('the escapes of data are those of JSON, line by line', () => {
  const text = JSON.stringify({ a: '\u009b##[x]\u202e', b: 'c' }, null, 2);
  expect(escapeLines(text)).toBe('{\n  "a": "\\u009b#\\u0023[x]\\u202e",\n  "b": "c"\n}');
  expect(JSON.parse(escapeLines(text))).toEqual(JSON.parse(text));
});
