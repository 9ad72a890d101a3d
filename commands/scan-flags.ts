import type { ColorChoice } from './colors.ts';
import type { Io } from './io.ts';

/** What must be known before any command is loaded, so that even a wrong command line is answered in the asked form. */
export interface EarlyFlags {
  readonly color: ColorChoice;
  readonly debug: boolean;
}

/** Reads `--color` and `--debug` wherever they stand before `--`; wrong values are left for the command to refuse. */
export function scanFlags(argv: readonly string[], env: Io['env']): EarlyFlags {
  const words = beforeDashes(argv);
  const color = valueOf('--color', words) ?? env.MESHCTL_COLOR;
  return {
    color: color === 'always' || color === 'never' ? color : 'auto',
    debug: words.includes('--debug') || isOn(env.MESHCTL_DEBUG),
  };
}

/** What `--config` names, false after `--no-config`, undefined without either; the last one counts. */
export function configFlag(argv: readonly string[]): string | false | undefined {
  const words = beforeDashes(argv);
  return words.lastIndexOf('--no-config') > lastIndex('--config', words) ? false : valueOf('--config', words);
}

/** The words of a command line that can be flags: those before `--`. */
export function beforeDashes(argv: readonly string[]): readonly string[] {
  const end = argv.indexOf('--');
  return end === -1 ? argv : argv.slice(0, end);
}

/** Whether an environment variable switches something on. */
export function isOn(value: string | undefined): boolean {
  return value !== undefined && !['', '0', 'false', 'no', 'off'].includes(value.toLowerCase());
}

/** The last value given to a flag, as `--flag value` or `--flag=value`. */
function valueOf(flag: string, words: readonly string[]): string | undefined {
  const i = lastIndex(flag, words);
  const word = words[i];
  return word === flag ? words[i + 1] : word?.slice(flag.length + 1);
}

function lastIndex(flag: string, words: readonly string[]): number {
  return words.findLastIndex((word) => word === flag || word.startsWith(`${flag}=`));
}
