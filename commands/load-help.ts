import { commandHelp } from './command-help.ts';
import type { CommandIo } from './command-io.ts';
import { loadCommand } from './load-command.ts';
import type { CommandEntry, Entry } from './table.ts';

/** The help of the command at the end of `path`. */
export async function loadHelp(path: readonly Entry[], entry: CommandEntry, io: CommandIo): Promise<string> {
  return commandHelp(await loadCommand(path, entry, io), io.columns);
}
