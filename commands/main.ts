import { commandIo, type CommandIo, type Voice } from './command-io.ts';
import type { Entry } from './entry.ts';
import { interruptedExitCode } from './exit-codes.ts';
import { Interrupted } from './interrupted.ts';
import { flagNames, helpFlag, versionFlag, type FlagData } from './global-flags.ts';
import type { Io } from './io.ts';
import { locate } from './locate.ts';
import { programHelp, versionLine } from './program-help.ts';
import type { Stage } from './run-command.ts';
import { beforeDashes, scanFlags } from './scan-flags.ts';
import { table as everyCommand } from './table.ts';

export { processIo } from './io.ts';

/** Runs meshctl: the words after the program's name in, the exit code out. Loads only what the command line asks for. */
export async function main(
  argv: readonly string[],
  outside: Io,
  table: readonly Entry[] = everyCommand,
): Promise<number> {
  let signal: AbortSignal | undefined;
  const { color, debug } = scanFlags(argv, outside.env);
  if (debug) outside.mapStacks();
  const voice: Voice = { color, verbosity: 0 };
  const io = commandIo({ ...outside, interrupt: () => (signal ??= outside.interrupt()) }, voice);
  try {
    return await dispatch(argv, { io, voice, table });
  } catch (error) {
    const { reportError } = await import('./report-error.ts');
    const interrupted = (signal?.aborted ?? false) || error instanceof Interrupted;
    const code = await reportError(error, io, { debug, interrupted });
    return interrupted ? interruptedExitCode : code;
  }
}

async function dispatch(argv: readonly string[], stage: Stage): Promise<number> {
  const { io, table } = stage;
  const [first] = argv;
  if (first !== undefined && flagNames(versionFlag).includes(first)) return print(io, versionLine());
  const { path, args } = locate(argv, table);
  const entry = path.at(-1);
  const help = argv.length === 0 || asks(helpFlag, args);
  if (entry && 'load' in entry) {
    if (!help) return (await import('./run-command.ts')).runCommand({ path, entry }, args, stage);
    const { loadHelp } = await import('./load-help.ts');
    return print(io, await loadHelp({ path, entry }, io, table));
  }
  if (help) return print(io, programHelp(path, entry?.commands ?? table, io.columns));
  throw (await import('./incomplete.ts')).incomplete(path, args);
}

/** Help is given whatever else the command line says, even when that is wrong. */
function asks(flag: FlagData, args: readonly string[]): boolean {
  return beforeDashes(args).some((word) => flagNames(flag).includes(word));
}

function print(io: CommandIo, text: string): number {
  io.out(text);
  return 0;
}
