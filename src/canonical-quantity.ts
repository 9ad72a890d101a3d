const form =
  /^(?<sign>[+-]?)(?<whole>\d*)\.?(?<fraction>\d*)(?<unit>[numkMGTPE]|[KMGTPE]i|[eE][+-]?\d{1,3}|)$/;
const decimal = ['n', 'u', 'm', '', 'k', 'M', 'G', 'T', 'P', 'E'];
const binary = ['', 'Ki', 'Mi', 'Gi', 'Ti', 'Pi', 'Ei'];

/** An amount as the API server writes it: `2000m` is `2`, `1024Mi` is `1Gi`. What is no amount stays as it is. */
export function canonicalQuantity(text: string): string {
  const { sign = '', whole = '', fraction = '', unit = '' } = form.exec(text)?.groups ?? {};
  if (whole + fraction === '') return text;
  const digits = BigInt(whole + fraction);
  return `${sign === '-' && digits !== 0n ? '-' : ''}${written(digits, fraction.length, unit)}`;
}

function written(digits: bigint, fraction: number, unit: string): string {
  if (unit.length === 2 && unit.endsWith('i')) return binaryText(digits, fraction, binary.indexOf(unit));
  if (unit.length > 1) return decimalText(digits, Number(unit.slice(1)) - fraction, true);
  return decimalText(digits, 3 * (decimal.indexOf(unit) - 3) - fraction, false);
}

function binaryText(digits: bigint, fraction: number, power: number): string {
  const scaled = digits * 1024n ** BigInt(power);
  const unit = 10n ** BigInt(fraction);
  if (scaled % unit !== 0n) return decimalText(scaled, -fraction, false);
  let value = scaled / unit;
  let step = 0;
  for (; value !== 0n && value % 1024n === 0n && step < binary.length - 1; step += 1) value /= 1024n;
  return `${value}${binary[step] ?? ''}`;
}

/** Digits times a power of ten, with the largest suffix that leaves no fraction; less than a billionth is rounded up. */
function decimalText(digits: bigint, exponent: number, scientific: boolean): string {
  if (digits === 0n) return '0';
  let power = exponent;
  let value = digits;
  for (; power < -9; power += 1) value = (value + 9n) / 10n;
  for (; power % 3 !== 0; power -= 1) value *= 10n;
  for (; value % 1000n === 0n && power < 18; power += 3) value /= 1000n;
  for (; power > 18; power -= 3) value *= 1000n;
  if (scientific) return power === 0 ? `${value}` : `${value}e${power}`;
  return `${value}${decimal[power / 3 + 3] ?? ''}`;
}
