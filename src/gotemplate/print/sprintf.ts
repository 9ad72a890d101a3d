import { GoInt, type GoValue } from '../values/go-value.ts';
import { typeOf } from '../values/type-of.ts';
import { printValue, printVerb } from './print-value.ts';
import { plainVerb, type Verb } from './verb.ts';

/** `fmt.Sprintf`. Source: https://pkg.go.dev/fmt */
export function sprintf(format: string, args: readonly GoValue[]): string {
  if (!format.includes('%')) return args.length === 0 ? format : format + extra(args);
  const reader: Reader = { format, args, position: 0, next: 0, reordered: false, goodIndex: true };
  let text = '';
  while (reader.position < format.length) {
    const percent = format.indexOf('%', reader.position);
    text += format.slice(reader.position, percent === -1 ? undefined : percent);
    if (percent === -1) break;
    reader.position = percent + 1;
    text += readVerb(reader);
  }
  return !reader.reordered && reader.next < args.length ? text + extra(args.slice(reader.next)) : text;
}

interface Reader {
  readonly format: string;
  readonly args: readonly GoValue[];
  position: number;
  /** Index of the argument to come. */
  next: number;
  /** Whether an index, `%[1]d`, has been used: then unused arguments are no fault. */
  reordered: boolean;
  goodIndex: boolean;
}

function extra(args: readonly GoValue[]): string {
  const items = args.map((arg) =>
    arg === null || arg === undefined ? '<nil>' : `${typeOf(arg)}=${printValue(arg)}`,
  );
  return `%!(EXTRA ${items.join(', ')})`;
}

function readVerb(reader: Reader): string {
  const flags = take(reader, /[#0+\- ]*/y);
  let before = '';
  reader.goodIndex = true;
  readIndex(reader);
  const width = readSize(reader, 'BADWIDTH');
  before += width.problem;
  let precision: Size = { size: undefined, problem: '' };
  if (reader.format.charAt(reader.position) === '.') {
    reader.position += 1;
    readIndex(reader);
    precision = readSize(reader, 'BADPREC');
    before += precision.problem;
    precision = { ...precision, size: precision.size ?? (precision.problem === '' ? 0 : undefined) };
    if (precision.size !== undefined && precision.size < 0) precision = { size: undefined, problem: '' };
  }
  readIndex(reader);
  return before + applyVerb(reader, flags, width.size, precision.size);
}

function applyVerb(reader: Reader, flags: string, width?: number, precision?: number): string {
  const letter = take(reader, /[^]/uy);
  if (letter === '') return '%!(NOVERB)';
  if (letter === '%') return '%';
  if (!reader.goodIndex) return `%!${letter}(BADINDEX)`;
  if (reader.next >= reader.args.length) return `%!${letter}(MISSING)`;
  const value = reader.args[reader.next];
  reader.next += 1;
  return printVerb(value, verbOf(letter, flags, width, precision));
}

/** What `+` and `#` mean for `v` alone. */
const noneOfAny = { names: false, source: false };

function verbOf(letter: string, flags: string, width?: number, precision?: number): Verb {
  if (flags === '' && width === undefined && precision === undefined) return { ...plainVerb, letter };
  const minus = flags.includes('-') || (width ?? 0) < 0;
  const [plus, sharp, any] = [flags.includes('+'), flags.includes('#'), letter === 'v'];
  return {
    letter,
    minus,
    ...(any ? { plus: false, sharp: false, names: plus, source: sharp } : { ...noneOfAny, plus, sharp }),
    bare: false,
    space: flags.includes(' '),
    zero: flags.includes('0') && !minus,
    width: width === undefined ? undefined : Math.abs(width),
    precision,
  };
}

function take(reader: Reader, pattern: RegExp): string {
  pattern.lastIndex = reader.position;
  const found = pattern.exec(reader.format)?.[0] ?? '';
  reader.position += found.length;
  return found;
}

/** `[2]`: which argument comes next. */
function readIndex(reader: Reader): void {
  if (reader.format.charAt(reader.position) !== '[') return;
  reader.reordered = true;
  const found = take(reader, /\[[^\]]*\]/y);
  const index = /^\[(\d+)\]$/.exec(found)?.[1];
  if (found === '') reader.position += 1;
  if (index === undefined || Number(index) < 1 || Number(index) > reader.args.length)
    reader.goodIndex = false;
  else reader.next = Number(index) - 1;
}

interface Size {
  readonly size: number | undefined;
  readonly problem: string;
}

const largest = 1e6;

/** A width or precision: digits, or `*` for the value of an argument. */
function readSize(reader: Reader, problem: string): Size {
  if (reader.format.charAt(reader.position) !== '*') {
    const digits = take(reader, /\d*/y);
    if (digits === '') return { size: undefined, problem: '' };
    return Number(digits) > largest
      ? { size: undefined, problem: `%!(${problem})` }
      : { size: Number(digits), problem: '' };
  }
  reader.position += 1;
  const value = reader.args[reader.next];
  if (reader.next < reader.args.length) reader.next += 1;
  const size = value instanceof GoInt ? Number(value.value) : NaN;
  if (!(Math.abs(size) <= largest)) return { size: undefined, problem: `%!(${problem})` };
  return { size, problem: '' };
}
