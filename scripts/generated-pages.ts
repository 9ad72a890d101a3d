import { commandPages } from './command-pages.ts';
import { rulePages } from './rule-pages.ts';

/** Folder to the pages it holds, file name to text; nothing else lies in these folders. */
export async function generatedPages(): Promise<ReadonlyMap<string, ReadonlyMap<string, string>>> {
  return new Map([
    ['docs/commands', await commandPages()],
    ['docs/rules', await rulePages()],
  ]);
}
