import type { MissingIstiod } from '../src/istiod/index.ts';
import { paint, printable } from '../src/output/index.ts';
import type { CommandIo } from './command-io.ts';

/** Says on standard error which istiods did not answer, and why; `what` is what is not known for it: `proxies`. */
export function tellMissing(io: CommandIo, what: string, missing: readonly MissingIstiod[]): void {
  const { warning } = paint(io.colors.err);
  for (const { istiod, error } of missing) {
    const why = error.reason === undefined ? error.message : `${error.message}: ${error.reason}`;
    io.err(`${warning('warning:')} ${printable(`${what} of ${istiod} are missing: ${why}`)}\n`);
    if (error.hint !== undefined) io.err(`  hint: ${printable(error.hint)}\n`);
  }
}
