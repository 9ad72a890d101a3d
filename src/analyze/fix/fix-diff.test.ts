import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import { fixDiff } from './fix-diff.ts';

const lines = (from: number, to: number): string =>
  Array.from({ length: to - from + 1 }, (_, index) => `line${from + index}: ${from + index}\n`).join('');

test('shows three lines around each change, with the names that patch programs expect', () => {
  const before = lines(1, 9);
  expect(fixDiff([{ file: 'mesh/a.yaml', before, after: before.replace('line5', 'line-5') }])).toBe(
    `--- a/mesh/a.yaml\n+++ b/mesh/a.yaml\n@@ -2,7 +2,7 @@\n line2: 2\n line3: 3\n line4: 4\n-line5: 5\n+line-5: 5\n line6: 6\n line7: 7\n line8: 8\n`,
  );
});

test('says nothing of files that stay as they are', () => {
  expect(fixDiff([{ file: 'a.yaml', before: 'a: 1\n', after: 'a: 1\n' }])).toBe('');
});

const before = lines(1, 30);
const after = before
  .replace('line3: 3', 'line3: "3"')
  .replace('line20: 20\n', '')
  .replace('line29', 'line-29');

test.each<[string, string, string, string]>([
  ['several places of a file', 'a.yaml', before, after],
  ['a name with blanks', 'my mesh/a b.yaml', before, after],
  ['a name of other letters', 'größe/「".yaml', before, after],
  ['lines that end in CRLF', 'a.yaml', before.replaceAll('\n', '\r\n'), after.replaceAll('\n', '\r\n')],
  ['no last line break', 'a.yaml', before.trimEnd(), after.trimEnd()],
  ['a change of the last line without line break', 'a.yaml', 'a: 1', 'b: 1'],
  ['a line more at the end', 'a.yaml', 'a: 1', 'a: 1\nb: 2'],
  ['a byte order mark', 'a.yaml', '\uFEFFa: 1\n', '\uFEFFb: 1\n'],
])('git applies it: %s', (_name, file, old, fixed) => {
  const folder = mkdtempSync(path.join(tmpdir(), 'meshctl-'));
  try {
    mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
    writeFileSync(path.join(folder, file), old);
    writeFileSync(path.join(folder, 'other.yaml'), 'x: 1\n');
    const input = fixDiff([
      { file, before: old, after: fixed },
      { file: 'other.yaml', before: 'x: 1\n', after: 'x: 2\n' },
    ]);
    const git = (...args: string[]) =>
      execFileSync('git', ['-c', 'core.autocrlf=false', 'apply', ...args], {
        cwd: folder,
        input,
        env: { ...process.env, GIT_CEILING_DIRECTORIES: tmpdir() },
      });
    git('--check', '-');
    git('-');
    expect(readFileSync(path.join(folder, file), 'utf8')).toBe(fixed);
    expect(readFileSync(path.join(folder, 'other.yaml'), 'utf8')).toBe('x: 2\n');
  } finally {
    rmSync(folder, { recursive: true });
  }
});
