import { GoInt } from '../values/go-value.ts';
import { hexFloat } from './hex-float.ts';
import { formatFloat, type FloatForm } from './format-float.ts';
import { quoteText } from './quote-text.ts';
import { pad, type Verb } from './verb.ts';

const radixes: Readonly<Record<string, readonly [radix: number, prefix: string]>> = {
  d: [10, ''],
  v: [10, ''],
  b: [2, '0b'],
  o: [8, '0'],
  O: [8, '0o'],
  x: [16, '0x'],
  X: [16, '0X'],
};

/** An integer as a verb asks for; undefined if the verb is not for integers. */
export function formatInteger({ value, type }: GoInt, verb: Verb): string | undefined {
  const { letter } = verb;
  const radix = radixes[letter];
  if (radix !== undefined) {
    if (letter !== 'v' || !verb.source || !type.startsWith('u')) return inRadix(value, verb, radix);
    return inRadix(value, { ...verb, letter: 'x', sharp: true }, [16, '0x']);
  }
  const character = characterOf(value);
  if (letter === 'c') return pad(verb, character);
  if (letter === 'q') return pad(verb, quoteText(character, "'", verb.plus));
  if (letter === 'U') return pad(verb, `U+${value.toString(16).toUpperCase().padStart(4, '0')}`);
  return undefined;
}

const characterOf = (value: bigint): string =>
  value >= 0n && value <= 0x10ffffn && (value < 0xd800n || value > 0xdfffn)
    ? String.fromCodePoint(Number(value))
    : '\ufffd';

function inRadix(value: bigint, verb: Verb, [radix, prefix]: readonly [number, string]): string {
  const unfilled = { ...verb, zero: false };
  if (verb.precision === 0 && value === 0n) return pad(unfilled, '');
  const size = (value < 0n ? -value : value).toString(radix);
  const sign = value < 0n ? '-' : signOf(verb);
  const before = sign + (verb.sharp || verb.letter === 'O' ? prefix : '');
  const digits = size.padStart(verb.precision ?? zeroWidth(verb) - sign.length, '0');
  return pad(unfilled, before + (verb.letter === 'X' ? digits.toUpperCase() : digits));
}

const signOf = (verb: Verb): string => (verb.plus ? '+' : verb.space ? ' ' : '');

/** How many places the flag 0 fills with zeros. */
const zeroWidth = ({ zero, width }: Verb): number => (zero ? (width ?? 0) : 0);

const forms: Readonly<Record<string, FloatForm | 'x'>> = {
  x: 'x',
  X: 'x',
  v: 'g',
  g: 'g',
  G: 'g',
  e: 'e',
  E: 'e',
  f: 'f',
  F: 'f',
};
/** Doubles have no more places than this that are not 0. */
const mostPlaces = 1100;

/** A float as a verb asks for; undefined if the verb is not for floats. */
export function formatFloatVerb(value: number, verb: Verb): string | undefined {
  const form = forms[verb.letter];
  if (form === undefined) return undefined;
  const text = Number.isFinite(value) ? digitsOf(value, verb, form) : formatFloat(value, 'g');
  const unsigned = text.replace(/^[+-]/, '');
  const sign = text.startsWith('-') ? '-' : signOfPositive(text, verb);
  const filled = Number.isFinite(value) ? unsigned.padStart(zeroWidth(verb) - sign.length, '0') : unsigned;
  return pad({ ...verb, zero: false }, sign + filled);
}

function digitsOf(value: number, verb: Verb, form: FloatForm | 'x'): string {
  const precision = verb.precision ?? (form === 'g' || form === 'x' ? undefined : 6);
  const places = precision === undefined ? undefined : Math.min(precision, mostPlaces);
  const text = form === 'x' ? hexFloat(value, places) : formatFloat(value, form, places);
  const whole = verb.sharp ? withPoint(text, 'eEfFX'.includes(verb.letter) ? 0 : (places ?? 6)) : text;
  return 'EGX'.includes(verb.letter) ? whole.toUpperCase() : whole;
}

/** With the flag `#` there is a point always, and so many digits, counted from the first that is not 0. */
function withPoint(text: string, digits: number): string {
  const mantissa = /^-?(?:0x[^p]*|[^e]*)/.exec(text)?.[0] ?? '';
  const significant = mantissa.replace(/^-?[0.]*/, '').replace('.', '');
  const counted = /^-?0$/.test(mantissa) ? 1 : significant.length;
  const missing = Math.max(digits - counted, 0);
  const point = mantissa.includes('.') ? '' : '.';
  return mantissa + point + '0'.repeat(missing) + text.slice(mantissa.length);
}

/** An infinity has its sign always. */
const signOfPositive = (text: string, verb: Verb): string =>
  text === '+Inf' && !verb.space ? '+' : signOf(verb);
