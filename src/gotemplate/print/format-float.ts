import { roundedAt } from './exact-decimal.ts';

/** The verbs of `strconv.FormatFloat`: an exponent, none, or an exponent where it is shorter. */
export type FloatForm = 'e' | 'f' | 'g';

/**
 * A float as Go writes it. Without a precision: as many digits as tell it from other floats. The precision of `g` counts all
 * digits, others those behind the point.
 */
export function formatFloat(value: number, form: FloatForm, precision?: number): string {
  if (Number.isNaN(value)) return 'NaN';
  const sign = value < 0 || Object.is(value, -0) ? '-' : '';
  if (!Number.isFinite(value)) return sign === '' ? '+Inf' : '-Inf';
  const size = Math.abs(value);
  if (form === 'g') return sign + general(size, precision);
  if (form === 'f') return sign + fixed(size, precision);
  return sign + withExponent(digitsOf(size, precision === undefined ? undefined : precision + 1));
}

interface Digits {
  readonly digits: string;
  /** The first digit counts 10^exponent. */
  readonly exponent: number;
}

function digitsOf(size: number, count?: number): Digits {
  const [mantissa = '', power = '0'] = size.toExponential().split('e');
  const exponent = Number(power);
  if (count === undefined) return { digits: mantissa.replace('.', ''), exponent };
  if (size === 0) return { digits: '0'.repeat(count), exponent: 0 };
  const digits = roundedAt(size, count - 1 - exponent).toString();
  // 9.99 has become 10.0.
  if (digits.length > count) return { digits: digits.slice(0, count), exponent: exponent + 1 };
  return { digits, exponent };
}

function withExponent({ digits, exponent }: Digits): string {
  const mantissa = digits.length > 1 ? `${digits.charAt(0)}.${digits.slice(1)}` : digits;
  const power = Math.abs(exponent).toString().padStart(2, '0');
  return `${mantissa}e${exponent < 0 ? '-' : '+'}${power}`;
}

function fixed(size: number, precision: number | undefined): string {
  if (precision === undefined) return plain(digitsOf(size));
  const digits = roundedAt(size, precision)
    .toString()
    .padStart(precision + 1, '0');
  if (precision === 0) return digits;
  return `${digits.slice(0, -precision)}.${digits.slice(-precision)}`;
}

function plain({ digits, exponent }: Digits): string {
  if (exponent < 0) return `0.${'0'.repeat(-exponent - 1)}${digits}`;
  const whole = digits.slice(0, exponent + 1).padEnd(exponent + 1, '0');
  const fraction = digits.slice(exponent + 1);
  return fraction === '' ? whole : `${whole}.${fraction}`;
}

function general(size: number, precision: number | undefined): string {
  const found = digitsOf(size, precision === undefined ? undefined : Math.max(precision, 1));
  const digits = found.digits.replace(/0+$/, '') || '0';
  const shown = { digits, exponent: found.exponent };
  const limit = precision === undefined ? 6 : Math.max(precision, 1);
  if (found.exponent < -4 || found.exponent >= limit) return withExponent(shown);
  return plain(shown);
}
