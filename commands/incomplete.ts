import { closest } from '../src/closest.ts';
import { flagNames, globalFlags, helpFlag, versionFlag } from './global-flags.ts';
import { commandLine } from './locate.ts';
import { beforeDashes } from './scan-flags.ts';
import type { Entry } from './entry.ts';
import { UsageError } from './usage-error.ts';

/** The error of a command line that ends before it has named a command. */
export function incomplete(path: readonly Entry[], args: readonly string[]): UsageError {
  const name = commandLine(path);
  const hint = `\`${name} --help\` lists the commands`;
  const known = [...globalFlags, helpFlag, versionFlag].flatMap(flagNames);
  const wrong = beforeDashes(args)
    .map((word) => word.replace(/=.*/s, ''))
    .find((flag) => flag.startsWith('-') && !known.includes(flag));
  const usage = `${name} COMMAND [flags]`;
  if (wrong === undefined) return new UsageError(`${name} needs a command`, { usage, hint });
  const meant = closest(wrong, known);
  return new UsageError(`unknown flag ${wrong}`, {
    usage,
    hint: meant ? `did you mean ${meant}? ${hint}` : hint,
  });
}
