import type { GoMap, GoValue } from './go-value.ts';
import { compareText } from './compare-text.ts';

/** A map without entries, in which `__proto__` is a key like others. */
export const emptyMap = (): GoMap => Object.create(null) as GoMap;

/** A map of these entries. */
export function mapOf(entries: Iterable<readonly [string, GoValue]>): GoMap {
  const map = emptyMap();
  for (const [key, value] of entries) map[key] = value;
  return map;
}

/** The value of a key; undefined without one. */
export function entry(map: Readonly<GoMap>, key: string): GoValue {
  if (!Object.hasOwn(map, key)) return undefined;
  return map[key] ?? null;
}

/** The keys in the order in which Go visits and prints them. */
export const sortedKeys = (map: Readonly<GoMap>): string[] => Object.keys(map).sort(compareText);
