import type { CommandIo, Voice } from './command-io.ts';
import type { ColorChoice } from './colors.ts';
import { loadCommand } from './load-command.ts';
import type { CommandEntry, Entry } from './table.ts';

interface GlobalOptions {
  readonly color: ColorChoice;
  readonly quiet?: boolean;
  readonly verbose: number;
}

/** Reads the flags of a command, runs it, and returns its exit code. */
export async function runCommand(
  path: readonly Entry[],
  entry: CommandEntry,
  args: readonly string[],
  io: CommandIo,
  voice: Voice,
): Promise<number> {
  const command = await loadCommand(path, entry, io);
  command.hook('preAction', () => {
    const { color, quiet, verbose } = command.opts<GlobalOptions>();
    voice.color = color;
    voice.verbosity = quiet ? -1 : verbose;
  });
  await command.parseAsync(args, { from: 'user' });
  return command.exitCode;
}
