import { createInterface } from 'node:readline/promises';
import { Writable } from 'node:stream';
import type { CommandIo } from './command-io.ts';
import { UsageError } from './usage-error.ts';

/**
 * Asks whether to go on. Without a terminal nobody can answer: then it takes `yes` (of `--yes`), or it is an error.
 * No answer is a no.
 *
 * @throws {UsageError} without a terminal and without `yes`.
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
  const output = new Writable({
    write: (chunk: Buffer, _, done) => {
      io.err(String(chunk));
      done();
    },
  });
  const lines = createInterface({ input: io.stdin(), output });
  const closed = new Promise<string>((resolve) =>
    lines.once('close', () => {
      resolve('');
    }),
  );
  try {
    const asked = lines.question(`${question} [y/N] `, { signal: io.interrupt() });
    return /^y(es)?$/i.test((await Promise.race([asked, closed])).trim());
  } finally {
    lines.close();
  }
}
