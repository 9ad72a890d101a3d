import { TemplateFault } from '../template-fault.ts';
import { sortedKeys } from '../values/go-map.ts';
import { GoInt, type GoValue } from '../values/go-value.ts';
import { isMap, typeOf } from '../values/type-of.ts';

/** What `range` visits: index or key, and element. Numbers have no elements of their own. */
export interface RangeItems {
  readonly count: number;
  readonly at: (i: number) => readonly [key: GoValue, element: GoValue];
  readonly pairs: boolean;
}

/** The items of a value in the order of their visit; a `TemplateFault` if it has none. */
export function rangeItems(value: GoValue): RangeItems {
  if (value === undefined || value === null) return { count: 0, at: () => [null, null], pairs: true };
  if (Array.isArray(value)) {
    return { count: value.length, at: (i) => [new GoInt(i), value[i] ?? null], pairs: true };
  }
  if (value instanceof GoInt) {
    const { type } = value;
    const item = (i: number): GoInt => new GoInt(i, type);
    return { count: Math.max(Number(value.value), 0), at: (i) => [item(i), item(i)], pairs: false };
  }
  if (!isMap(value)) throw new TemplateFault(`range cannot go over a value of type ${typeOf(value)}`);
  const entries = sortedKeys(value).map((key) => [key, value[key] ?? null] as const);
  return { count: entries.length, at: (i) => entries[i] ?? [null, null], pairs: true };
}
