import { flagNames } from '../global-flags.ts';
import type { Flag } from './grammar.ts';

export interface ReadWords {
  /** The flag whose value comes next. */
  readonly awaiting: Flag | undefined;
  /** How many operands there are already. */
  readonly operands: number;
  /** After `--`, everything is an operand. */
  readonly flagsEnded: boolean;
}

/** Tells flags, their values and operands apart. */
export function readWords(flags: readonly Flag[], words: readonly string[]): ReadWords {
  let awaiting: Flag | undefined;
  let operands = 0;
  for (const [i, word] of words.entries()) {
    if (awaiting) awaiting = undefined;
    else if (word === '--') return { awaiting, operands: operands + words.length - i - 1, flagsEnded: true };
    else if (word.startsWith('-'))
      awaiting = flags.find((flag) => takesValue(flag) && flagNames(flag).includes(word));
    else operands += 1;
  }
  return { awaiting, operands, flagsEnded: false };
}

function takesValue({ flags }: Flag): boolean {
  return flags.includes('<');
}
