import type { CommandEntry, Entry } from './entry.ts';

/** A command with the entries that lead to it; the last one is the command's own. */
export interface Leaf {
  readonly path: readonly Entry[];
  readonly entry: CommandEntry;
}

/** Every command below `entries` that is not hidden, in the order of the table. */
export function visibleLeaves(entries: readonly Entry[], above: readonly Entry[] = []): readonly Leaf[] {
  return entries
    .filter(({ hidden }) => !hidden)
    .flatMap((entry) => {
      const path = [...above, entry];
      return 'commands' in entry ? visibleLeaves(entry.commands, path) : [{ path, entry }];
    });
}

/** The names on a path, as they are typed after `meshctl`. */
export function namesOf(path: readonly Entry[]): readonly string[] {
  return path.map(({ name }) => name);
}
