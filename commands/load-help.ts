import { commandHelp } from './command-help.ts';
import type { CommandIo } from './command-io.ts';
import type { Entry } from './entry.ts';
import type { Leaf } from './entry-tree.ts';
import { loadCommand } from './load-command.ts';

/** The help of a command. */
export async function loadHelp(leaf: Leaf, io: CommandIo, table: readonly Entry[]): Promise<string> {
  return commandHelp(await loadCommand(leaf, io, table), io.columns);
}
