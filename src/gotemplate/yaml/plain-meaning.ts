import { parseInteger } from '../sprig/convert.ts';

const words = new Set([
  '',
  '~',
  ...['null', 'true', 'false', 'yes', 'no', 'on', 'off', 'y', 'n', '.inf', '+.inf', '-.inf', '.nan'].flatMap(
    (word) => [word, word.toUpperCase(), word.replace(/[a-z]/, (letter) => letter.toUpperCase())],
  ),
  '.NaN',
]);
const float = /^[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?$/;
const base60 = /^[-+]?[0-9][0-9_]*(?::[0-5]?[0-9])+(?:\.[0-9_]*)?$/;
const date = /^[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}$/;
const time =
  /^[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}(?:[Tt][0-9]{1,2}:[0-9]{1,2}:[0-9]{1,2}(?:\.[0-9]+)?(?:Z|[+-][0-9]{2}:[0-9]{2})| [0-9]{1,2}:[0-9]{1,2}:[0-9]{1,2}(?:\.[0-9]+)?)$/;

/** Whether a plain scalar is a text in YAML 1.1 and 1.2, not a number, a truth value, a date or null. */
export function isText(text: string): boolean {
  if (words.has(text)) return false;
  if (!/^[-+.0-9]/.test(text)) return true;
  const digits = text.replaceAll('_', '');
  if (base60.test(text) || (float.test(digits) && Number.isFinite(Number(digits)))) return false;
  return !isInteger(digits) && !isTime(text);
}

const isInteger = (digits: string): boolean =>
  parseInteger(digits) !== undefined || /^[-+]?0(?:x[0-9a-fA-F]+|b[01]+|o[0-7]+)$/.test(digits);

const isTime = (text: string): boolean => (date.test(text) || time.test(text)) && isCalendarDate(text);

/** Months and days that do not exist make a text of it. */
function isCalendarDate(text: string): boolean {
  const [year = 0, month = 0, day = 0] = (/^[0-9-]+/.exec(text)?.[0] ?? '').split('-').map(Number);
  const parsed = new Date(Date.UTC(year, month - 1, day));
  return parsed.getUTCMonth() === month - 1 && parsed.getUTCDate() === day;
}
