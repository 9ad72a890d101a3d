import { TemplateFault } from '../template-fault.ts';

/** A number as digits * 10^-places: floats are added as the decimals that they are printed as. */
interface Decimal {
  readonly digits: bigint;
  readonly places: number;
}

/** 0.1 + 0.2 is 0.3. */
export const addDecimal = (a: number, b: number): number =>
  withDecimals(a, b, (x, y) => {
    const places = Math.max(x.places, y.places);
    return { digits: scaled(x, places) + scaled(y, places), places };
  });

export const multiplyDecimal = (a: number, b: number): number =>
  withDecimals(a, b, (x, y) => ({ digits: x.digits * y.digits, places: x.places + y.places }));

const quotientPlaces = 16;

/** The quotient has 16 places behind the point, the last one rounded. */
export const divideDecimal = (a: number, b: number): number =>
  withDecimals(a, b, (x, y) => {
    if (y.digits === 0n) throw new TemplateFault('division by zero');
    const places = Math.max(x.places, y.places);
    const top = scaled(x, places + quotientPlaces);
    const bottom = scaled(y, places);
    const negative = top < 0n !== bottom < 0n;
    const [n, d] = [top < 0n ? -top : top, bottom < 0n ? -bottom : bottom];
    const digits = (n * 2n + d) / (d * 2n);
    return { digits: negative ? -digits : digits, places: quotientPlaces };
  });

function withDecimals(a: number, b: number, operate: (x: Decimal, y: Decimal) => Decimal): number {
  if (!Number.isFinite(a) || !Number.isFinite(b)) throw new TemplateFault('the number is not finite');
  const { digits, places } = operate(toDecimal(a), toDecimal(b));
  return Number(`${digits}e${-places}`);
}

function toDecimal(value: number): Decimal {
  const [mantissa = '0', exponent = '0'] = value.toExponential().split('e');
  const [before = '0', after = ''] = mantissa.split('.');
  const places = after.length - Number(exponent);
  const digits = BigInt(before + after);
  return places >= 0 ? { digits, places } : { digits: digits * 10n ** BigInt(-places), places: 0 };
}

const scaled = ({ digits, places }: Decimal, wanted: number): bigint =>
  digits * 10n ** BigInt(wanted - places);
