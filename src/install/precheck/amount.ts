/** A quantity of Kubernetes as a number, such as 0.5 of `500m` and 1024 of `1Ki`; 0 for what is none. */
export function amount(quantity: unknown): number {
  const text = typeof quantity === 'number' ? String(quantity) : quantity;
  const found =
    typeof text === 'string' ? /^([+-]?[\d.]+(?:[eE][+-]?\d+)?)([KMGTPE]i|[numkMGTPE])?$/.exec(text) : null;
  if (found === null) return 0;
  return Number(found[1]) * (units[found[2] ?? ''] ?? 1) || 0;
}

const units: Readonly<Record<string, number>> = {
  ...{ n: 1e-9, u: 1e-6, m: 1e-3, k: 1e3, M: 1e6, G: 1e9, T: 1e12, P: 1e15, E: 1e18 },
  ...Object.fromEntries(['Ki', 'Mi', 'Gi', 'Ti', 'Pi', 'Ei'].map((unit, i) => [unit, 1024 ** (i + 1)])),
};
