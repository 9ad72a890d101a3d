import { readdir, readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { generatedPages } from './generated-pages.ts';

test.each([...(await generatedPages())])('%s is what `npm run docs` writes', async (folder, pages) => {
  const files = new URL(`../${folder}/`, import.meta.url);
  expect([...(await readdir(files))].sort()).toEqual([...pages.keys()].sort());
  for (const [file, text] of pages) expect(await readFile(new URL(file, files), 'utf8')).toBe(text);
});
