import { Writable } from 'node:stream';
import type { CommandIo } from './command-io.ts';
import { Interrupted } from './interrupted.ts';
import { UsageError } from './usage-error.ts';

/**
 * Asks whether to go on. Without a terminal nobody can answer: then it takes `yes` (of `--yes`), or it is an error.
 * No answer is a no.
 *
 * @throws {UsageError} without a terminal and without `yes`. @throws {Interrupted} when the answer is Ctrl-C.
 */
export async function confirm(
  io: Pick<CommandIo, 'stdin' | 'err' | 'tty' | 'interrupt'>,
  question: string,
  { yes }: { readonly yes: boolean },
): Promise<boolean> {
  if (yes) return true;
  if (!io.tty.stdin || !io.tty.stderr) {
    throw new UsageError('nobody is there to confirm this', { hint: 'look at the plan, and give --yes' });
  }
  const { default: inquirer } = await import('inquirer');
  const input = io.stdin();
  const closed = closeOf(input);
  const signal = AbortSignal.any([io.interrupt(), closed]);
  const ask = inquirer.createPromptModule({ input, output: writableOf(io.err), signal });
  try {
    const asked = [{ type: 'confirm', name: 'agreed', message: question, default: false }] as const;
    return (await ask<{ agreed: boolean }>(asked)).agreed;
  } catch (error) {
    // Not a signal: the terminal hands Ctrl-C to whoever reads single keys.
    if (error instanceof Error && error.name === 'ExitPromptError') throw new Interrupted();
    if (closed.aborted) return false;
    throw error;
  }
}

/** A signal for the end of what can be read. What came before it is taken first. */
function closeOf(input: NodeJS.ReadableStream): AbortSignal {
  const closed = new AbortController();
  input.once('end', () => {
    setImmediate(() => {
      closed.abort();
    });
  });
  return closed.signal;
}

function writableOf(write: (text: string) => void): Writable {
  return new Writable({
    write: (chunk: Buffer, _, done) => {
      write(String(chunk));
      done();
    },
  });
}
