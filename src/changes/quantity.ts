/**
 * Whether two values are the same quantity, such as `1000m` and `1`, or `1Gi` and `1024Mi`; false when one is none.
 * Format: https://kubernetes.io/docs/reference/kubernetes-api/common-definitions/quantity/
 */
export function isSameQuantity(one: unknown, other: unknown): boolean {
  const [a, b] = [quantity(one), quantity(other)];
  return a !== undefined && b !== undefined && a.over * b.under === b.over * a.under;
}

interface Fraction {
  readonly over: bigint;
  readonly under: bigint;
}

const form = /^\+?(-?)(?=\.?\d)(\d*)\.?(\d*)((?:[eE][+-]?\d{1,3})?|[KMGTPE]i|[numkMGTPE])$/;

function quantity(value: unknown): Fraction | undefined {
  const found = typeof value === 'string' || typeof value === 'number' ? form.exec(String(value)) : null;
  if (found === null) return undefined;
  const [, sign = '', whole = '', part = '', suffix = ''] = found;
  const digits = BigInt(`${sign}${whole}${part}`) * (binary[suffix] ?? 1n);
  const power = exponentOf(suffix) - part.length;
  const scale = 10n ** BigInt(Math.abs(power));
  return power < 0 ? { over: digits, under: scale } : { over: digits * scale, under: 1n };
}

const exponentOf = (suffix: string): number =>
  /\d/.test(suffix) ? Number(suffix.slice(1)) : (decimal[suffix] ?? 0);

const decimal: Readonly<Record<string, number>> = {
  n: -9,
  u: -6,
  m: -3,
  k: 3,
  M: 6,
  G: 9,
  T: 12,
  P: 15,
  E: 18,
};

const binary: Readonly<Record<string, bigint>> = Object.fromEntries(
  ['Ki', 'Mi', 'Gi', 'Ti', 'Pi', 'Ei'].map((suffix, index) => [suffix, 1024n ** BigInt(index + 1)]),
);
