/** The messages among the fields of a match: they are set even when they are empty, unlike lists and maps. */
const messages = new Set(['uri', 'scheme', 'method', 'authority']);

/**
 * A text that is the same for matches that ask for the same: names do not matter, nor does the order of fields, and
 * zero values are as good as absent.
 */
export function matchKey(match: object): string {
  const fields = Object.entries(match as Record<string, unknown>)
    .filter(([name, value]) => name !== 'name' && (messages.has(name) || !isZero(value)))
    .map(([name, value]) => [name, sorted(value)]);
  return JSON.stringify(fields.sort(byName));
}

function isZero(value: unknown): boolean {
  if (typeof value === 'object' && value !== null) return Object.keys(value).length === 0;
  return value === '' || value === 0 || value === false;
}

function sorted(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.entries(value)
    .map(([name, item]) => [name, sorted(item)])
    .sort(byName);
}

const byName = ([a]: unknown[], [b]: unknown[]): number => (String(a) < String(b) ? -1 : 1);
