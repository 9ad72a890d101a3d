import type { GivenFlags } from '../command.ts';
import { flagNames } from '../global-flags.ts';
import type { Flag } from './grammar.ts';

export interface ReadWords {
  /** The flag whose value comes next. */
  readonly awaiting: Flag | undefined;
  /** How many operands there are already. */
  readonly operands: number;
  /** After `--`, everything is an operand. */
  readonly flagsEnded: boolean;
  readonly given: GivenFlags;
}

/** Tells flags, their values and operands apart. */
export function readWords(flags: readonly Flag[], words: readonly string[]): ReadWords {
  let awaiting: Flag | undefined;
  let operands = 0;
  const given = new Map<string, string>();
  for (const [i, word] of words.entries()) {
    const [name = '', value] = word.split(/=(.*)/s, 2);
    if (awaiting) {
      given.set(longName(awaiting), word);
      awaiting = undefined;
    } else if (word === '--') {
      return { awaiting, operands: operands + words.length - i - 1, flagsEnded: true, given };
    } else if (word.startsWith('-')) {
      const flag = flags.find((one) => takesValue(one) && flagNames(one).includes(name));
      if (flag && value !== undefined) given.set(longName(flag), value);
      awaiting = value === undefined ? flag : undefined;
    } else operands += 1;
  }
  return { awaiting, operands, flagsEnded: false, given };
}

const longName = (flag: Flag): string =>
  (flagNames(flag).find((name) => name.startsWith('--')) ?? '').replace('--', '');

function takesValue({ flags }: Flag): boolean {
  return flags.includes('<');
}
