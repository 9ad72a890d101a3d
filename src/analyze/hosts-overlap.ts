/** Whether some name fits both hosts; each may begin with `*`. */
export function hostsOverlap(a: string, b: string): boolean {
  if (!a.startsWith('*')) return b.startsWith('*') ? a.endsWith(b.slice(1)) : a === b;
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  if (!short.startsWith('*')) return short.endsWith(long.slice(1));
  return long.replace(/^\*/, '').endsWith(short.slice(1));
}
