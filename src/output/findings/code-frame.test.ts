import fc from 'fast-check';
import { expect, test } from 'vitest';
import { range } from '../../../testdata/output/sample-report.ts';
import { displayWidth } from '../display-width.ts';
import { plain } from '../plain.ts';
import { codeFrame } from './code-frame.ts';

function frame(source: string, where: string, width = 200): string[] {
  const lines = source.split('\n');
  const options = { width, mark: plain.error, faint: plain.dim };
  return codeFrame(range(where), (from, to) => lines.slice(from - 1, to), options);
}

const letters = 'a: 1\nb: 2\nc: 3\nd: 4\ne: 5\nf: 6\ng: 7';

test.each<[string, string, string, string[]]>([
  ['one line with its neighbours', letters, '2:4-2:5', ['1 | a: 1', '2 | b: 2', '  |    ^', '3 | c: 3']],
  ['the first line', letters, '1:1-1:2', ['1 | a: 1', '  | ^', '2 | b: 2']],
  ['the last line', letters, '7:1-7:5', ['6 | f: 6', '7 | g: 7', '  | ^~~~']],
  ['no blank line below', 'a: 1\nb: 2\n', '2:1-2:2', ['1 | a: 1', '2 | b: 2', '  | ^']],
  [
    'numbers of different length',
    `${'\n'.repeat(8)}x\ny\nz`,
    '10:1-10:2',
    [' 9 | x', '10 | y', '   | ^', '11 | z'],
  ],
  ['two lines', letters, '2:1-3:2', ['1 | a: 1', '2 | b: 2', '  | ^~~~', '3 | c: 3', '  | ~', '4 | d: 4']],
  [
    'the first lines of many',
    letters,
    '2:1-6:2',
    ['1 | a: 1', '2 | b: 2', '  | ^~~~', '3 | c: 3', '  | ~~~~', '4 | d: 4', '  | ~~~~', '  | ...'],
  ],
  ['a range that ends with its line', letters, '2:1-3:1', ['1 | a: 1', '2 | b: 2', '  | ^~~~', '3 | c: 3']],
  ['a blank line inside', 'a:\n\n  b: 1', '1:1-3:7', ['1 | a:', '  | ^~', '2 |', '3 |   b: 1', '  |   ~~~~']],
  ['an empty range', letters, '2:3-2:3', ['1 | a: 1', '2 | b: 2', '  |   ^', '3 | c: 3']],
  ['the end of a line', 'a:\nb: 2', '1:3-1:3', ['1 | a:', '  |   ^', '2 | b: 2']],
  ['a range past the end of its line', 'a:', '1:9-1:12', ['1 | a:', '  |   ^']],
  ['tabs', '\ta:\tb', '1:5-1:6', ['1 |     a:  b', '  |         ^']],
  ['wide characters', '名: 商店🛒x', '1:4-1:8', ['1 | 名: 商店🛒x', '  |     ^~~~~~']],
  ['combined characters', 'e\u0301: 👩‍👩‍👧 x', '1:14-1:15', ['1 | e\u0301: 👩‍👩‍👧 x', '  |       ^']],
  ['control characters', 'a\u001b[2J: b', '1:8-1:9', ['1 | a\\x1b[2J: b', '  |           ^']],
  ['CRLF', 'a: 1\r\nb: 2\r', '1:1-1:5', ['1 | a: 1', '  | ^~~~', '2 | b: 2']],
  ['no source', '', '3:1-3:2', []],
])('shows %s', (_, source, where, lines) => {
  expect(frame(source, where)).toEqual(lines);
});

const long = `${'0123456789'.repeat(3)}<here>${'0123456789'.repeat(3)}`;

test.each<[string, string, string, number, string[]]>([
  ['the start', long, '1:3-1:5', 20, ['1 | 01234567890123456...', '  |   ^~']],
  ['the middle, near the range', long, '1:31-1:37', 20, ['1 | ...89<here>012345...', '  |      ^~~~~~']],
  ['the end', long, '1:65-1:67', 20, ['1 | ...4567890123456789', '  |                  ^~']],
  [
    'a range that is longer itself',
    long,
    '1:1-1:67',
    20,
    ['1 | 01234567890123456...', '  | ^~~~~~~~~~~~~~~~~~~~'],
  ],
  ['wide characters', '商'.repeat(30), '1:20-1:21', 21, ['1 | ...商商商商商商商 ...', '  |      ^~']],
  [
    'its neighbours alike',
    `${'y'.repeat(40)}\n${long}\nz`,
    '2:31-2:37',
    20,
    ['1 | ...yyyyyyyyyyyy', '2 | ...89<here>012345...', '  |      ^~~~~~', '3 | ...'],
  ],
  ['nothing of a line that just fits', '0123456789', '1:9-1:11', 10, ['1 | 0123456789', '  |         ^~']],
])('cuts a long line: %s', (_, source, where, width, lines) => {
  expect(frame(source, where, width)).toEqual(lines);
});

test('a megabyte on one line is cut around the range', () => {
  const source = `${'é'.repeat(500_000)}<here>${'é'.repeat(500_000)}`;
  expect(frame(source, '1:500001-1:500007', 20)).toEqual(['1 | ...éé<here>éééééé...', '  |      ^~~~~~']);
});

test('no row is wider than asked, and each frame marks something', () => {
  const text = fc.string({
    unit: fc.constantFrom('a', ' ', '\t', '商', '🛒', '\u001b', 'e\u0301', '\n', '\r'),
  });
  const number = fc.integer({ min: 1, max: 30 });
  fc.assert(
    fc.property(
      text,
      number,
      number,
      number,
      number,
      fc.integer({ min: 10, max: 40 }),
      (source, line, column, more, width, room) => {
        const rows = frame(source, `${line}:${column}-${line + (more % 4)}:${column + width}`, room);
        for (const row of rows) expect(displayWidth(row)).toBeLessThanOrEqual(room + 5);
        if (line <= source.split('\n').length) expect(rows.join('\n')).toContain('^');
      },
    ),
  );
});
