import { describe, expect, it } from 'vitest';
import { parseJson } from './json-text.ts';
import { readText } from './read-text.ts';

describe('JSON documents', () => {
  it.each<[string, string, unknown[]]>([
    [
      'an object',
      '{"a": [1, -2.5e3, true, null, "b"], "c": {}}',
      [{ a: [1, -2500, true, null, 'b'], c: {} }],
    ],
    ['escapes that only JSON has', '{"a": "\\ud83d\\ude00\\/\\u0000"}', [{ a: '😀/\0' }]],
    ['tabs and blank lines', '\n\t{\n\t\t"a":\t1\n\n\t}\n', [{ a: 1 }]],
    [
      'objects one after the other',
      '{"a": 1}\n{"b": "}{"} {"c": {"d": 3}}',
      [{ a: 1 }, { b: '}{' }, { c: { d: 3 } }],
    ],
    ['objects between separators', '{"a": 1}\n---\n{"b": 2}\n', [{ a: 1 }, { b: 2 }]],
    ['braces of YAML', '{a: 1, b: [x]}', [{ a: 1, b: ['x'] }]],
    ['a comment after the object', '{"a": 1} # b\n', [{ a: 1 }]],
    ['a trailing comma, as YAML allows it', '{"a": 1,}', [{ a: 1 }]],
    [
      'text that looks like YAML scalars',
      '{"a": "on", "b": "1e400", "c": "0x10"}',
      [{ a: 'on', b: '1e400', c: '0x10' }],
    ],
    ['a number too large', '{"a": 1e400}', [{ a: '1e400' }]],
    ['a key with a colon', '{"a:b": ":"}', [{ 'a:b': ':' }]],
  ])('%s', (_name, text, expected) => {
    const { documents } = readText(text, 'x.json');
    expect(documents.map((document) => document.value)).toEqual(expected);
    expect(documents.flatMap((document) => document.problems)).toEqual([]);
  });

  it('goes on after a broken object in a sequence', () => {
    const { documents } = readText('{"a": 1}\n{"b": }}\n', 'x.json');
    expect(documents.map((document) => document.value)).toEqual([{ a: 1 }, undefined]);
    expect(documents[1]?.problems[0]?.range.start.line).toBe(2);
  });

  it('finds places in each object of a sequence', () => {
    const [, second] = readText('{"a": 1}\n{"a": 22}\n', 'x.json').documents;
    expect(second?.locate(['a'])).toMatchObject({
      value: { start: { line: 2, column: 7 }, end: { line: 2, column: 9 } },
    });
  });
});

describe('parseJson leaves to the YAML reader', () => {
  it.each<[string, string]>([
    ['text that is no JSON', '{a: 1}'],
    ['lists', '[1]'],
    ['duplicate keys', '{"a": 1, "a": 2}'],
    ['duplicate keys further down', '{"a": [{"b": {"c": 1, "c": ":"}}]}'],
    ['numbers too large', '{"a": [1e400]}'],
    ['too many levels', `{"a": ${'['.repeat(2_000)}${']'.repeat(2_000)}}`],
  ])('%s', (_name, text) => {
    expect(parseJson(text)).toBeUndefined();
  });
});
