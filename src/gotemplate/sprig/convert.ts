import { floatOf } from '../parse/number.ts';
import { GoInt, type GoValue } from '../values/go-value.ts';

/** A value as a 64-bit integer; 0 of what is none. Texts may have a prefix (`0x`, `0o`, `0b`, `0`) and end in `.0`. */
export function toInt64(value: GoValue): bigint {
  if (value instanceof GoInt) return value.named === undefined ? BigInt.asIntN(64, value.value) : 0n;
  if (typeof value === 'number') return truncated(value);
  if (typeof value === 'boolean') return value ? 1n : 0n;
  return typeof value === 'string' ? (parseInteger(value.replace(/\.0+$/, '')) ?? 0n) : 0n;
}

const lowest = -(2n ** 63n);

/** As a conversion of Go on amd64: what does not fit becomes the lowest number. */
function truncated(value: number): bigint {
  if (!Number.isFinite(value)) return lowest;
  const whole = BigInt(Math.trunc(value));
  return BigInt.asIntN(64, whole) === whole ? whole : lowest;
}

const integer = /^([+-]?)(?:0[xX]([0-9a-fA-F]+)|0[bB]([01]+)|0[oO]?([0-7]+)|(0|[1-9][0-9]*))$/;
const grouped = /^[+-]?(?:0[xXbBoO]_?)?[0-9a-fA-F]+(?:_[0-9a-fA-F]+)*$/;

/** `strconv.ParseInt` with base 0; undefined of what is no integer of 64 bits. */
export function parseInteger(text: string): bigint | undefined {
  if (text.includes('_') && !grouped.test(text)) return undefined;
  const match = integer.exec(text.replaceAll('_', ''));
  if (match === null) return undefined;
  const [, sign] = match;
  const digits = digitsOf(match);
  const value = sign === '-' ? -BigInt(digits) : BigInt(digits);
  return BigInt.asIntN(64, value) === value ? value : undefined;
}

function digitsOf([, , hex, binary, octal, plain = '0']: RegExpExecArray): string {
  if (hex !== undefined) return `0x${hex}`;
  if (binary !== undefined) return `0b${binary}`;
  return octal === undefined ? plain : `0o${octal}`;
}

const infinite = /^([+-]?)inf(?:inity)?$/i;

/** A value as a float; 0 of what is none. */
export function toFloat64(value: GoValue): number {
  if (typeof value === 'number') return value;
  if (value instanceof GoInt) return value.named === undefined ? Number(value.value) : 0;
  if (typeof value === 'boolean') return value ? 1 : 0;
  return typeof value === 'string' ? parseFloat64(value) : 0;
}

function parseFloat64(value: string): number {
  const infinity = infinite.exec(value);
  if (infinity !== null) return infinity[1] === '-' ? -Infinity : Infinity;
  if (/^nan$/i.test(value)) return NaN;
  return floatOf(value) ?? 0;
}

/** A whole number of a function that needs a small one. */
export const toNumber = (value: GoValue): number => Number(toInt64(value));

/** What arithmetic of sprig gives: an `int64`, which wraps around. */
export const int64 = (value: bigint | number): GoInt => new GoInt(BigInt.asIntN(64, BigInt(value)), 'int64');
