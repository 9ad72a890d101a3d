import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { generatedPages, pagesIn } from './generated-pages.ts';

// Writes the generated pages, and removes those that are not made any more: `npm run docs`.
for (const [folder, pages] of await generatedPages()) {
  await mkdir(folder, { recursive: true });
  for (const file of await pagesIn(folder)) if (!pages.has(file)) await rm(join(folder, file));
  for (const [file, text] of pages) await writeFile(join(folder, file), text);
}
