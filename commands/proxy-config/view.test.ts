import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { run } from '../testing/run.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'meshctl-view-'));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

const dump = path.resolve('testdata/proxy/config-dump.json');
const view = (...argv: readonly string[]) => run(['pc', 'view', ...argv], { cwd: folder });

test('writes a page for its owner alone, and says what it shows and how large it is', async () => {
  const { code, out, err } = await view('-f', dump, '-o', 'page.html', '--title', 'Before <the> change');
  expect([code, out]).toEqual([0, '']);
  expect(err).toMatch(
    /^7 listeners, 10 routes, 13 clusters, \d endpoints, \d+ problems; the page has \d+ KB\n$/,
  );
  expect(readFileSync(path.join(folder, 'page.html'), 'utf8')).toContain(
    '<h1>Before &lt;the&gt; change</h1>',
  );
  expect(statSync(path.join(folder, 'page.html')).mode & 0o777).toBe(0o600);
});

test('prints the page for -', async () => {
  const { code, out } = await view('-f', dump, '-o', '-');
  expect(code).toBe(0);
  expect(out).toMatch(/^<!doctype html>\n[^]*<h1>reader-0.books<\/h1>[^]*<\/html>\n$/);
});

test.each([
  ['no file to write', ['-f', dump]],
  ['no source', ['-o', 'page.html']],
  ['a source that is not there', ['-f', 'nothing.json', '-o', 'page.html']],
])('refuses %s', async (_, argv) => {
  expect(await view(...argv)).toMatchObject({ code: 2, out: '' });
});
