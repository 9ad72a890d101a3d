export type Scalar = null | boolean | number | string;

/**
 * The value of a plain scalar as Kubernetes reads it, which is neither YAML 1.1 nor 1.2: `on` and `y` are booleans,
 * `017` and `0o17` are octal, `0888` and `1e1` are decimal, `12:30` and dates are text, and so is a number too large
 * for a double. `.inf` and `.nan` give non-finite numbers, which no JSON can hold: the caller refuses them.
 */
export function kubernetesScalar(text: string): Scalar {
  const first = text.charCodeAt(0);
  if (startsNumber(first)) return toNumber(text);
  if (startsWord(first)) {
    const word = words.get(text);
    if (word !== undefined) return word;
  }
  return text === '' ? null : text;
}

/** The text of a plain key: numbers and booleans become the text of their value. Undefined for null, which is no key. */
export function kubernetesKey(text: string): string | undefined {
  const value = kubernetesScalar(text);
  if (value === null) return undefined;
  if (typeof value !== 'number') return String(value);
  if (!Number.isFinite(value)) return text.toLowerCase().replace('+', '');
  return toInteger(text.replaceAll('_', ''))?.toString() ?? formatFloat(value);
}

function startsNumber(code: number): boolean {
  // Digits, `+`, `-` and `.`.
  return (code >= 48 && code <= 57) || code === 43 || code === 45 || code === 46;
}

function startsWord(code: number): boolean {
  return code < 128 && wordStart[code] === 1;
}

const words = new Map<string, boolean | null>([
  ...spellings(true, 'y', 'yes', 'on', 'true'),
  ...spellings(false, 'n', 'no', 'off', 'false'),
  ...spellings(null, '~', 'null'),
]);

function spellings<T>(value: T, ...names: string[]): [string, T][] {
  const cases = (name: string): string[] => [
    name,
    name.charAt(0).toUpperCase() + name.slice(1),
    name.toUpperCase(),
  ];
  return names.flatMap(cases).map((name) => [name, value]);
}

const wordStart = new Uint8Array(128);
for (const word of words.keys()) wordStart[word.charCodeAt(0)] = 1;

const decimal = /^[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?$/;
const notFinite = /^(?:[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN))$/;

function toNumber(text: string): number | string {
  if (text.startsWith('.') && looseUnderscore.test(text)) return text;
  const plain = text.includes('_') ? text.replaceAll('_', '') : text;
  const integer = radixed.test(plain) ? toInteger(plain) : undefined;
  if (integer !== undefined) return Number(integer);
  if (decimal.test(plain)) return toDecimal(plain, text);
  if (notFinite.test(text)) return /n$/i.test(text) ? NaN : Infinity;
  return text;
}

function toDecimal(plain: string, text: string): number | string {
  const value = Number(plain);
  if (!Number.isFinite(value)) return text;
  return value === 0 ? 0 : value;
}

/** After a leading point, underscores count as part of a number between digits only. */
const looseUnderscore = /\D_|_(?:\D|$)/;

const radixed = /^[-+]?0[0-9a-fA-FxXoO]/;
const integer = /^([-+]?)(0[xX][0-9a-fA-F]+|0[oO]?[0-7]+|0[bB][01]+|0|[1-9][0-9]*)$/;

/** Undefined for what is not an integer, or does not fit into 64 bits. */
function toInteger(plain: string): bigint | undefined {
  const match = integer.exec(plain);
  if (match === null) return undefined;
  const digits = match[2] ?? '';
  const size = BigInt(/^0[0-7]+$/.test(digits) ? `0o${digits.slice(1)}` : digits);
  const value = match[1] === '-' ? -size : size;
  return value < -(2n ** 63n) || value >= 2n ** 64n ? undefined : value;
}

/** As Go prints the shortest form of a 32-bit float: this is how the tools of Kubernetes write a fractional key. */
function formatFloat(value: number): string {
  const single = Math.fround(value);
  let digits = 1;
  while (digits < 17 && Math.fround(Number(value.toPrecision(digits))) !== single) digits++;
  const [mantissa = '', exponent = ''] = value.toExponential(digits - 1).split('e');
  const power = Number(exponent);
  if (power >= -4 && power < 6) return String(Number(value.toPrecision(digits)));
  return `${mantissa}e${power < 0 ? '-' : '+'}${String(Math.abs(power)).padStart(2, '0')}`;
}
