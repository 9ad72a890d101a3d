import type { Json } from '../../json.ts';

/**
 * What a scalar of protobuf looks like in JSON, when `value` does not: `a whole number from 0 to 4294967295`.
 * Numbers may be written as text.
 */
export function missedForm(type: string, value: Json): string | undefined {
  const form = forms[type];
  if (value === null || form === undefined || form.fits(value)) return undefined;
  return form.name;
}

interface Form {
  readonly name: string;
  readonly fits: (value: Json) => boolean;
}

const jsonNumber = /^[ \t\r\n]*-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?[ \t\r\n]*$/;
const jsonInteger = /^[ \t\r\n]*-?(?:0|[1-9]\d*)[ \t\r\n]*$/;
const jsonNull = /^[ \t\r\n]*null[ \t\r\n]*$/;
const base64 = /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/;

const integer = (least: bigint, most: bigint): Form => ({
  name: `a whole number from ${String(least)} to ${String(most)}`,
  fits: (value) => {
    const number = integerOf(value);
    return number === null || (number !== undefined && number >= least && number <= most);
  },
});

/** Undefined for what is no integer; null for the word that stands for no value. */
function integerOf(value: Json): bigint | null | undefined {
  // Beyond this a number is written with an exponent, which no integer field takes.
  if (typeof value === 'number')
    return Number.isInteger(value) && Math.abs(value) < 1e21 ? BigInt(value) : undefined;
  if (typeof value !== 'string') return undefined;
  if (jsonNull.test(value)) return null;
  return jsonInteger.test(value) ? BigInt(value.trim()) : undefined;
}

const float = (most: number): Form => ({
  name: 'a number',
  fits: (value) => {
    if (typeof value === 'number') return Math.abs(value) <= most;
    if (typeof value !== 'string') return false;
    if (['NaN', 'Infinity', '-Infinity'].includes(value) || jsonNull.test(value)) return true;
    return jsonNumber.test(value) && Math.abs(Number(value)) <= most;
  },
});

const int32 = integer(-(2n ** 31n), 2n ** 31n - 1n);
const int64 = integer(-(2n ** 63n), 2n ** 63n - 1n);

const forms: Readonly<Record<string, Form>> = {
  string: { name: 'text', fits: (value) => typeof value === 'string' },
  bool: { name: 'true or false', fits: (value) => typeof value === 'boolean' },
  bytes: { name: 'text in base64', fits: isBytes },
  int32,
  sint32: int32,
  uint32: integer(0n, 2n ** 32n - 1n),
  int64,
  sint64: int64,
  uint64: integer(0n, 2n ** 64n - 1n),
  float: float((2 - 2 ** -23) * 2 ** 127),
  double: float(Number.MAX_VALUE),
};

/** Base64, or the bytes as a list of numbers. */
function isBytes(value: Json): boolean {
  if (typeof value === 'string') return base64.test(value.replace(/[\r\n]/g, ''));
  if (!Array.isArray(value)) return false;
  return value.every(
    (byte) =>
      byte === null || (typeof byte === 'number' && Number.isInteger(byte) && byte >= 0 && byte <= 255),
  );
}
