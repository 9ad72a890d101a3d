import { MeshctlError, messageOf } from '../src/errors.ts';
import { version } from '../src/version.ts';
import type { CommandIo } from './command-io.ts';
import { bugExitCode, exitCodeOf } from './exit-codes.ts';
import { UsageError } from './usage-error.ts';

interface Circumstances {
  readonly debug: boolean;
  /** After Ctrl-C, what commands throw is the interruption itself unless they say more. */
  readonly interrupted: boolean;
}

/** Prints what went wrong on standard error and returns the exit code. The stack is for --debug only. */
export async function reportError(
  error: unknown,
  io: CommandIo,
  { debug, interrupted }: Circumstances,
): Promise<number> {
  const unknown = () => (interrupted ? new MeshctlError('environment', 'interrupted') : bug(error, io));
  const known = error instanceof MeshctlError ? error : unknown();
  const { paint, printable } = await import('../src/output/index.ts');
  const line = (label: string, text: string | undefined): void => {
    if (text !== undefined) io.err(`${label} ${printable(text)}\n`);
  };
  line(paint(io.colors.err).error('error:'), known.message);
  if (known instanceof UsageError) line('  usage:', known.usage);
  line('  cause:', known.reason);
  line('  hint:', known.hint);
  if (debug) for (const stack of stacks(error)) io.err(`\n${stack}\n`);
  return known === error ? exitCodeOf[known.code] : bugExitCode;
}

function bug(error: unknown, { runtime }: CommandIo): MeshctlError {
  return new MeshctlError('environment', `this is a bug in meshctl: ${messageOf(error)}`, {
    reason: `meshctl ${version}, node ${runtime.node}, ${runtime.platform} ${runtime.arch}`,
    hint: 'run the same command with --debug and report what it prints',
  });
}

function stacks(error: unknown): readonly string[] {
  if (!(error instanceof Error)) return [];
  return [error.stack ?? error.message, ...stacks(error.cause).map((stack) => `caused by ${stack}`)];
}
