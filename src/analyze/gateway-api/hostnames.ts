/** Any host: what an absent or empty hostname means. */
export const anyHost = '*';

/**
 * Whether two hostnames have a host in common. Wildcards match on both sides and on text, not on labels: `*.com` has
 * `a.b.com` and `*.example.com`, but not `com`.
 */
export function hostnamesMeet(one: string, other: string): boolean {
  if (one.startsWith('*') && other.startsWith('*')) {
    const [short, long] = one.length < other.length ? [one, other] : [other, one];
    return long.slice(1).endsWith(short.slice(1));
  }
  if (one.startsWith('*')) return other.endsWith(one.slice(1));
  if (other.startsWith('*')) return one.endsWith(other.slice(1));
  return one === other;
}
