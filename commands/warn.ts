import { paint, printable } from '../src/output/index.ts';
import type { CommandIo } from './command-io.ts';

/** A warning on standard error, which --quiet does not silence. */
export function warn({ err, colors }: Pick<CommandIo, 'err' | 'colors'>, text: string): void {
  err(`${paint(colors.err).warning('warning:')} ${printable(text)}\n`);
}
