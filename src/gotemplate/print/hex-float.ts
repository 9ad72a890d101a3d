/** A finite float with a hexadecimal mantissa: `0x1.8p+01`; with a precision, so many digits behind the point. */
export function hexFloat(value: number, precision: number | undefined): string {
  const sign = value < 0 || Object.is(value, -0) ? '-' : '';
  const { units, exponent } = rounded(partsOf(Math.abs(value)), precision ?? most);
  const [first = '0', ...behind] = units.toString(16).padStart(most + 1, '0');
  const shown = Math.abs(exponent).toString().padStart(2, '0');
  const point = digitsBehind(behind.join(''), precision);
  return `${sign}0x${first}${point === '' ? '' : '.'}${point}p${exponent < 0 ? '-' : '+'}${shown}`;
}

/** Thirteen hexadecimal digits are behind the point. */
const most = 13;

/** A number is units * 2^(exponent - 52). */
interface Parts {
  readonly units: bigint;
  readonly exponent: number;
}

function partsOf(size: number): Parts {
  if (size === 0) return { units: 0n, exponent: 0 };
  let exponent = Math.floor(Math.log2(size));
  // The logarithm of a number near a power of two may be rounded.
  if (size / 2 ** exponent >= 2) exponent += 1;
  if (size / 2 ** exponent < 1) exponent -= 1;
  return { units: BigInt((size / 2 ** exponent) * 2 ** 52), exponent };
}

function rounded({ units, exponent }: Parts, precision: number): Parts {
  if (precision >= most) return { units, exponent };
  const unit = 1n << BigInt(4 * (most - precision));
  const [whole, rest] = [units / unit, (units % unit) * 2n];
  const isUp = rest > unit || (rest === unit && whole % 2n === 1n);
  const result = (isUp ? whole + 1n : whole) * unit;
  // 1.ff has become 2.00.
  return result >> 53n === 0n ? { units: result, exponent } : { units: result >> 1n, exponent: exponent + 1 };
}

const digitsBehind = (digits: string, precision: number | undefined): string =>
  precision === undefined ? digits.replace(/0+$/, '') : digits.padEnd(precision, '0').slice(0, precision);
