import { readdir } from 'node:fs/promises';
import { apiPages } from './api-pages.ts';
import { commandPages } from './command-pages.ts';
import { pictures } from './pictures.ts';
import { rulePages } from './rule-pages.ts';

/** Folder to the pages it holds, file name to text; besides them, only folders with pages of rules lie there. */
export async function generatedPages(): Promise<ReadonlyMap<string, ReadonlyMap<string, string>>> {
  return new Map([
    ['docs/api', apiPages()],
    ['docs/commands', await commandPages()],
    ['docs/pictures', await pictures()],
    ['docs/rules', await rulePages()],
  ]);
}

/** The names of the pages in a folder. */
export async function pagesIn(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).map(({ name }) => name);
}
