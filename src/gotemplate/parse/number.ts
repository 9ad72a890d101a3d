import type { NumberForms } from './nodes.ts';

const integer =
  /^([+-]?)(?:0[xX]((?:_?[0-9a-fA-F])+)|0[bB]((?:_?[01])+)|0[oO]?((?:_?[0-7])+)|([1-9](?:_?[0-9])*|0))$/;
const decimal =
  /^[+-]?(?:[0-9](?:_?[0-9])*\.?(?:[0-9](?:_?[0-9])*)?|\.[0-9](?:_?[0-9])*)(?:[eE][+-]?[0-9](?:_?[0-9])*)?$/;
const hexadecimal =
  /^([+-]?)0[xX]((?:_?[0-9a-fA-F])*)\.?((?:[0-9a-fA-F](?:_?[0-9a-fA-F])*)?)[pP]([+-]?[0-9]+)$/;

/** What a number can be taken for; undefined if it is not well formed. Source: https://go.dev/ref/spec#Integer_literals */
export function readNumber(text: string): NumberForms | undefined {
  const whole = integerOf(text);
  const float = whole === undefined ? floatOf(text) : undefined;
  if (whole !== undefined) return formsOf(whole, Number(whole), !text.startsWith('-'));
  if (float === undefined || !/[.eEpP]/.test(text)) return undefined;
  return formsOf(Number.isInteger(float) ? BigInt(float) : undefined, float, true);
}

function formsOf(whole: bigint | undefined, float: number, unsigned: boolean): NumberForms | undefined {
  const int = whole !== undefined && BigInt.asIntN(64, whole) === whole ? whole : undefined;
  const uint = unsigned && whole !== undefined && BigInt.asUintN(64, whole) === whole ? whole : undefined;
  return { int, uint, float };
}

function integerOf(text: string): bigint | undefined {
  const match = integer.exec(text);
  if (match === null) return undefined;
  const [, sign, hex, binary, octal, plain] = match;
  const digits = [
    ['0x', hex],
    ['0b', binary],
    ['0o', octal],
    ['', plain],
  ].find(([, each]) => each !== undefined);
  const size = BigInt(`${digits?.[0] ?? ''}${(digits?.[1] ?? '0').replaceAll('_', '')}`);
  return sign === '-' ? -size : size;
}

/** `strconv.ParseFloat` of what is finite; undefined of what is no number. */
export function floatOf(text: string): number | undefined {
  if (decimal.test(text)) return finite(Number(text.replaceAll('_', '')));
  const match = hexadecimal.exec(text);
  if (match === null) return undefined;
  const [, sign, before = '', after = '', exponent] = match.map((each) => each.replaceAll('_', ''));
  if (before === '' && after === '') return undefined;
  const size = Number(`0x${before}${after}`) * 2 ** (Number(exponent) - 4 * after.length);
  return finite(sign === '-' ? -size : size);
}

const finite = (value: number): number | undefined => (Number.isFinite(value) ? value : undefined);
