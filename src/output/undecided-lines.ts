import { compareText } from '../compare-text.ts';
import { printable } from './printable.ts';
import type { Summary, UndecidedRule } from './report.ts';
import { count } from './summary-counts.ts';

const mostLines = 8;

/**
 * What people are told, on stderr, of rules that could not decide, one line each: `undecided: IST0101
 * (gateway/selector) for 3 objects: no workload was read`. After eight the rest is counted.
 */
export function undecidedLines({ undecided }: Pick<Summary, 'undecided'>): string[] {
  const lines = sortUndecided(undecided).map(
    ({ rule, code, reason, objects }) =>
      `undecided: ${printable(`${code} (${rule}) for ${count(objects, 'object')}: ${reason}`)}`,
  );
  if (lines.length <= mostLines) return lines;
  return [...lines.slice(0, mostLines), `and ${lines.length - mostLines} more; -o json lists all`];
}

/** A copy in the order of every output: by code, rule and reason. */
export function sortUndecided(undecided: readonly UndecidedRule[]): UndecidedRule[] {
  const key = ({ code, rule, reason }: UndecidedRule): string => [code, rule, reason].join('\0');
  return undecided.toSorted((a, b) => compareText(key(a), key(b)));
}
