import type { MissingIstiod } from '../src/istiod/index.ts';
import { printable } from '../src/output/index.ts';
import type { CommandIo } from './command-io.ts';
import { warn } from './warn.ts';

/** Says on standard error which istiods did not answer, and why; `what` is what is not known for it: `proxies`. */
export function tellMissing(io: CommandIo, what: string, missing: readonly MissingIstiod[]): void {
  for (const { istiod, error } of missing) {
    const why = error.reason === undefined ? error.message : `${error.message}: ${error.reason}`;
    warn(io, `${what} of ${istiod} are missing: ${why}`);
    if (error.hint !== undefined) io.err(`  hint: ${printable(error.hint)}\n`);
  }
}
