const minute = 60;
const hour = 60 * minute;
const day = 24 * hour;
const year = 365 * day;

/** From (inclusive) how many seconds on an age is told in which units. */
const scales: readonly (readonly [number, number, string, number?, string?])[] = [
  [8 * year, year, 'y'],
  [2 * year, year, 'y', day, 'd'],
  [8 * day, day, 'd'],
  [48 * hour, day, 'd', hour, 'h'],
  [8 * hour, hour, 'h'],
  [3 * hour, hour, 'h', minute, 'm'],
  [10 * minute, minute, 'm'],
  [2 * minute, minute, 'm', 1, 's'],
  [0, 1, 's'],
];

/** The time between two moments as kubectl writes ages: `45s`, `3m20s`, `12m`, `5h30m`, `4d6h`. Never negative. */
export function shortAge(since: Date, now: Date): string {
  const seconds = Math.max(0, Math.floor((now.getTime() - since.getTime()) / 1000));
  for (const [from, unit, name, smaller, smallerName] of scales) {
    if (seconds < from) continue;
    const rest = smaller === undefined ? 0 : Math.floor((seconds % unit) / smaller);
    return `${Math.floor(seconds / unit)}${name}${rest === 0 ? '' : `${rest}${smallerName ?? ''}`}`;
  }
  return '0s';
}
