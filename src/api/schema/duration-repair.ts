import type { Repair } from '../../finding.ts';
import type { Json } from '../../json.ts';
import { replaced } from './repairs.ts';
import type { Walk } from './walk.ts';

/**
 * What can only be meant by a duration without a unit, or with one that is written out: small whole numbers are seconds,
 * while larger ones might as well be milliseconds.
 */
export function timed(walk: Walk, value: Json): Repair | undefined {
  if (typeof value !== 'string' && typeof value !== 'number') return undefined;
  const [, amount, word] = written.exec(String(value)) ?? [];
  if (amount === undefined || word === undefined) return undefined;
  const meant = withUnit(amount, word);
  return meant === undefined ? undefined : replaced(walk, value, meant);
}

function withUnit(amount: string, word: string): string | undefined {
  if (word === '') return Number(amount) <= mostSeconds ? `${amount}s` : undefined;
  if (/^d(ays?)?$/i.test(word)) return `${Number(amount) * 24}h`;
  const unit = units.get(word.toLowerCase());
  return unit === undefined ? undefined : `${amount}${unit}`;
}

const written = /^\s*([1-9]\d{0,5})\s*([A-Za-z]*)\s*$/;
const mostSeconds = 60;

/** Upper-case letters that mean something else, such as `M`, are not among them. */
const units = new Map<string, string>([
  ...spellings('ms', 'ms', 'msec', 'msecs', 'millis', 'millisecond', 'milliseconds'),
  ...spellings('s', 's', 'sec', 'secs', 'second', 'seconds'),
  ...spellings('m', 'min', 'mins', 'minute', 'minutes'),
  ...spellings('h', 'h', 'hr', 'hrs', 'hour', 'hours'),
]);

function spellings(unit: string, ...words: string[]): [string, string][] {
  return words.map((word) => [word, unit]);
}
