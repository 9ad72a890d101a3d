import { describe, expect, it } from 'vitest';
import { readText } from './read-text.ts';

function values(text: string): unknown[] {
  return readText(text, 'x.yaml').documents.map((document) => document.value);
}

describe('readText splits documents', () => {
  it.each<[string, string, unknown[]]>([
    ['a single document', 'a: 1\n', [{ a: 1 }]],
    ['a leading separator', '---\na: 1\n', [{ a: 1 }]],
    ['two documents', 'a: 1\n---\nb: 2\n', [{ a: 1 }, { b: 2 }]],
    ['blanks after a separator', 'a: 1\n---  \t\nb: 2', [{ a: 1 }, { b: 2 }]],
    ['a comment after a separator', 'a: 1\n--- # next\nb: 2', [{ a: 1 }, { b: 2 }]],
    ['a document end marker', 'a: 1\n...\n---\nb: 2\n...\n', [{ a: 1 }, { b: 2 }]],
    ['a document end marker without separator', 'a: 1\n...\nb: 2\n', [{ a: 1 }, { b: 2 }]],
    [
      'a value that only looks like a separator',
      'a: ---\n  # ---\nb: |\n  ---\n  x\n',
      [{ a: '---', b: '---\nx\n' }],
    ],
    ['Windows line ends', 'a: 1\r\n---\r\nb: |\r\n  x\r\n', [{ a: 1 }, { b: 'x\n' }]],
    ['old Macintosh line ends', 'a: 1\rb: 2\r---\rc: 3\r', [{ a: 1, b: 2 }, { c: 3 }]],
    ['a byte order mark', '\uFEFFa: 1\n', [{ a: 1 }]],
    ['no content', '', []],
    ['only separators', '---\n---\n', []],
    ['only comments', '# a\n---\n# b\n', []],
    ['null documents', 'null\n---\n~\n---\na: 1\n', [{ a: 1 }]],
  ])('%s', (_name, text, expected) => {
    expect(values(text)).toEqual(expected);
    expect(readText(text, 'x').documents.flatMap((document) => document.problems)).toEqual([]);
  });

  it('numbers the documents that have content', () => {
    expect(
      readText('---\n---\na: 1\n---\n# no\n---\nb: [\n---\nc: 3', 'x').documents.map((d) => d.index),
    ).toEqual([0, 1, 2]);
  });
});
