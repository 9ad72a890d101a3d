import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import type { Finding } from '../src/finding.ts';
import { run } from './testing/run.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const bookshop = 'testdata/bookshop';

const report = async (command: string) => run([command, '-o', 'json', bookshop], { cwd: root });

async function placesOf(command: string): Promise<readonly string[]> {
  const { findings } = JSON.parse((await report(command)).out) as { findings: readonly Finding[] };
  return findings.map(({ file, range }) => `${file.slice(bookshop.length + 1)}:${range.start.line}`);
}

test('analyze has the findings that were read and accepted, and no others', async () => {
  const { code, out } = await report('analyze');
  expect(code).toBe(1);
  expect(out).toBe(await readFile(join(root, 'testdata/bookshop.analysis.json'), 'utf8'));
});

test('analyze finds what validate finds, and what the README says of objects together', async () => {
  const readme = await readFile(join(root, bookshop, 'README.md'), 'utf8');
  const told = [...readme.matchAll(/^\| `([^`]+:\d+)` \|[^|\n]*\|$/gm)].map(([, place = '']) => place);
  const [single, together] = [await placesOf('validate'), await placesOf('analyze')];
  expect(single.filter((place) => !together.includes(place))).toEqual([]);
  expect(together.filter((place) => !single.includes(place)).sort()).toEqual(told.sort());
});
