import { TemplateFault } from '../template-fault.ts';
import { goFunction } from '../values/go-function.ts';
import { GoInt, type GoValue } from '../values/go-value.ts';
import { printValue } from '../print/print-value.ts';
import { int64, toFloat64, toInt64 } from './convert.ts';
import { addDecimal, divideDecimal, multiplyDecimal } from './decimal.ts';

const whole = (operate: (a: bigint, b: bigint) => bigint) =>
  goFunction(['any', 'any'], (a, b) => int64(operate(toInt64(a), toInt64(b))));

const notZero = (divisor: bigint): bigint => {
  if (divisor === 0n) throw new TemplateFault('division by zero');
  return divisor;
};

const folded = (values: readonly GoValue[], operate: (a: bigint, b: bigint) => bigint): GoInt =>
  int64(values.map(toInt64).reduce(operate));
const foldedFloats = (values: readonly GoValue[], operate: (a: number, b: number) => number): number =>
  values.map(toFloat64).reduce(operate);

const largest = goFunction(['any', '...any'], (...values) => folded(values, (a, b) => (b > a ? b : a)));

/** https://masterminds.github.io/sprig/math.html: whole numbers are `int64`, which wrap around. */
export const numbers = {
  int: goFunction(['any'], (value) => new GoInt(toInt64(value))),
  int64: goFunction(['any'], (value) => int64(toInt64(value))),
  float64: goFunction(['any'], toFloat64),
  atoi: goFunction(
    ['string'],
    (text) => new GoInt(/^[+-]?\d+$/.test(text) ? fitted(BigInt(text.replace('+', ''))) : 0n),
  ),
  toDecimal: goFunction(['any'], (value) => int64(parseOctal(printValue(value)))),
  add: goFunction(['...any'], (...values) => folded([int64(0), ...values], (a, b) => a + b)),
  add1: goFunction(['any'], (value) => int64(toInt64(value) + 1n)),
  sub: whole((a, b) => a - b),
  mul: goFunction(['any', '...any'], (...values) => folded(values, (a, b) => BigInt.asIntN(64, a * b))),
  div: whole((a, b) => a / notZero(b)),
  mod: whole((a, b) => a % notZero(b)),
  biggest: largest,
  max: largest,
  min: goFunction(['any', '...any'], (...values) => folded(values, (a, b) => (b < a ? b : a))),
  maxf: goFunction(['any', '...any'], (...values) => foldedFloats(values, (a, b) => Math.max(a, b))),
  minf: goFunction(['any', '...any'], (...values) => foldedFloats(values, (a, b) => Math.min(a, b))),
  ceil: goFunction(['any'], (value) => Math.ceil(toFloat64(value))),
  floor: goFunction(['any'], (value) => Math.floor(toFloat64(value))),
  round: goFunction(['any', 'int', '...float64'], round),
  addf: goFunction(['...any'], (...values) => foldedFloats([0, ...values], addDecimal)),
  add1f: goFunction(['any'], (value) => addDecimal(toFloat64(value), 1)),
  subf: goFunction(['any', '...any'], (...values) => foldedFloats(values, (a, b) => addDecimal(a, -b))),
  mulf: goFunction(['any', '...any'], (...values) => foldedFloats(values, multiplyDecimal)),
  divf: goFunction(['any', '...any'], (...values) => foldedFloats(values, divideDecimal)),
};

/** What does not fit becomes the number that is next to it. */
function fitted(value: bigint): bigint {
  const limit = 2n ** 63n;
  return value >= limit ? limit - 1n : value < -limit ? -limit : value;
}

function parseOctal(text: string): bigint {
  const match = /^([+-]?)([0-7]+)$/.exec(text);
  if (match === null) return 0n;
  const size = BigInt(`0o${match[2] ?? '0'}`);
  return match[1] === '-' ? -size : size;
}

function round(value: GoValue, places: number, ...[from = 0.5]: number[]): number {
  const scale = 10 ** places;
  const scaled = toFloat64(value) * scale;
  const fraction = scaled % 1;
  return (fraction >= from ? Math.ceil(scaled) : Math.floor(scaled)) / scale;
}
