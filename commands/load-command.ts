import type { CliCommand } from './command.ts';
import type { CommandIo } from './command-io.ts';
import type { Entry } from './entry.ts';
import type { Leaf } from './entry-tree.ts';
import { commandLine } from './locate.ts';
import { globalOptions } from './options.ts';

/** Builds a command and gives it what the table and the program know: names, summary, global flags. */
export async function loadCommand(
  { path, entry }: Leaf,
  io: CommandIo,
  table: readonly Entry[],
): Promise<CliCommand> {
  const create = await entry.load();
  const command = create(io, table)
    .name(commandLine(path))
    .summary(entry.summary)
    .aliases(entry.aliases ?? []);
  for (const option of globalOptions()) command.addOption(option);
  return command.usage(usageOf(command));
}

/** Arguments before flags, as people write them. */
function usageOf(command: CliCommand): string {
  const words = command.registeredArguments.map((argument) => {
    const name = argument.name() + (argument.variadic ? '...' : '');
    return argument.required ? `<${name}>` : `[${name}]`;
  });
  return [...words, '[flags]'].join(' ');
}
