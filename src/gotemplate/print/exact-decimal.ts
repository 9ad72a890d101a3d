/** A finite double rounded to a whole multiple of 10^-decimals, ties to even: how many of those. */
export function roundedAt(value: number, decimals: number): bigint {
  const { mantissa, exponent } = partsOf(value);
  let [top, bottom] = [mantissa, 1n];
  if (exponent > 0) top <<= BigInt(exponent);
  else bottom <<= BigInt(-exponent);
  if (decimals > 0) top *= 10n ** BigInt(decimals);
  else bottom *= 10n ** BigInt(-decimals);
  const [whole, rest] = [top / bottom, (top % bottom) * 2n];
  return rest > bottom || (rest === bottom && whole % 2n === 1n) ? whole + 1n : whole;
}

/** The size of a double as mantissa * 2^exponent. */
function partsOf(value: number): { mantissa: bigint; exponent: number } {
  const view = new DataView(new ArrayBuffer(8));
  view.setFloat64(0, Math.abs(value));
  const bits = view.getBigUint64(0);
  const fraction = bits & 0xfffffffffffffn;
  const exponent = Number(bits >> 52n);
  if (exponent === 0) return { mantissa: fraction, exponent: -1074 };
  return { mantissa: fraction | 0x10000000000000n, exponent: exponent - 1075 };
}
