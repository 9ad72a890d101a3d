import { readdir, readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { commandPages } from './command-pages.ts';

const folder = new URL('../docs/commands/', import.meta.url);

test('docs/commands is what `npm run docs` writes', async () => {
  const pages = await commandPages();
  expect([...(await readdir(folder))].sort()).toEqual([...pages.keys()].sort());
  for (const [file, text] of pages) expect(await readFile(new URL(file, folder), 'utf8')).toBe(text);
});
