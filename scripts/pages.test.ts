import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { fileURLToPath } from 'node:url';
import { generatedPages, pagesIn } from './generated-pages.ts';

test.each([...(await generatedPages())])('%s is what `npm run docs` writes', async (folder, pages) => {
  const files = new URL(`../${folder}/`, import.meta.url);
  expect([...(await pagesIn(fileURLToPath(files)))].sort()).toEqual([...pages.keys()].sort());
  for (const [file, text] of pages) expect(await readFile(new URL(file, files), 'utf8')).toBe(text);
});
