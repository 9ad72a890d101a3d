import { TemplateFault } from '../template-fault.ts';
import { textOf } from './text-of.ts';
import { goFunction } from '../values/go-function.ts';
import { emptyMap, entry, mapOf, sortedKeys } from '../values/go-map.ts';
import type { GoFunction, GoMap, GoValue } from '../values/go-value.ts';
import { elementsOf, withElements } from '../values/typed.ts';
import { isMap, typeOf } from '../values/type-of.ts';
import { merge } from './merge.ts';
import { textList } from './text-list.ts';
import { checkNesting } from '../values/nesting.ts';

const merging = goFunction(['map[string]interface {}', '...map[string]interface {}'], (into, ...sources) =>
  merge(into, sources, false),
);
const overwriting = goFunction(
  ['map[string]interface {}', '...map[string]interface {}'],
  (into, ...sources) => merge(into, sources, true),
);
const copying = goFunction(['any'], (value) => {
  if (value === null) throw new TemplateFault('nil cannot be copied');
  return deepCopy(value);
});

/** https://masterminds.github.io/sprig/dicts.html. Where sprig takes keys at random, these are in order. */
export const dicts: Readonly<Record<string, GoFunction>> = {
  dict: goFunction(['...any'], dict),
  get: goFunction(['map[string]interface {}', 'string'], (map, key) => {
    const value = entry(map, key);
    return value === undefined ? '' : value;
  }),
  set: goFunction(['map[string]interface {}', 'string', 'any'], (map, key, value) => {
    put(map, key, value);
    return map;
  }),
  unset: goFunction(['map[string]interface {}', 'string'], (map, key) => {
    Reflect.deleteProperty(map, key);
    return map;
  }),
  hasKey: goFunction(['map[string]interface {}', 'string'], (map, key) => Object.hasOwn(map, key)),
  pluck: goFunction(['string', '...map[string]interface {}'], (key, ...maps) =>
    maps.map((map) => entry(map, key)).filter((value) => value !== undefined),
  ),
  keys: goFunction(['...map[string]interface {}'], (...maps) => textList(maps.flatMap(sortedKeys))),
  values: goFunction(['map[string]interface {}'], (map) => sortedKeys(map).map((key) => map[key] ?? null)),
  pick: goFunction(['map[string]interface {}', '...string'], (map, ...keys) =>
    mapOf(keys.filter((key) => Object.hasOwn(map, key)).map((key) => [key, map[key] ?? null])),
  ),
  omit: goFunction(['map[string]interface {}', '...string'], (map, ...keys) =>
    mapOf(Object.entries(map).filter(([key]) => !keys.includes(key))),
  ),
  merge: merging,
  mustMerge: merging,
  mergeOverwrite: overwriting,
  mustMergeOverwrite: overwriting,
  deepCopy: copying,
  mustDeepCopy: copying,
  dig: goFunction(['...any'], dig),
};

function dict(...items: GoValue[]): GoMap {
  const map = emptyMap();
  for (let i = 0; i < items.length; i += 2) {
    map[textOf(items[i])] = i + 1 < items.length ? (items[i + 1] ?? null) : '';
  }
  return map;
}

/** Sets a key, `__proto__` too, of a map that may have come from elsewhere. */
function put(map: GoMap, key: string, value: GoValue): void {
  Object.defineProperty(map, key, { value, writable: true, enumerable: true, configurable: true });
}

function deepCopy(value: GoValue, depth = 0): GoValue {
  checkNesting(depth);
  if (Array.isArray(value)) {
    return withElements(
      value.map((each) => deepCopy(each, depth + 1)),
      elementsOf(value),
    );
  }
  if (!isMap(value)) return value;
  const copy = mapOf(Object.entries(value).map(([key, each]) => [key, deepCopy(each, depth + 1)]));
  return withElements(copy, elementsOf(value));
}

/** `dig "a" "b" fallback map`: the value of key after key. */
function dig(...args: GoValue[]): GoValue {
  if (args.length < 3) throw new TemplateFault('dig needs a key, a default value and a map');
  const keys = args.slice(0, -2);
  const fallback = args.at(-2);
  let value = args.at(-1);
  for (const key of keys) {
    if (typeof key !== 'string') throw new TemplateFault(`a key must be a text, not of type ${typeOf(key)}`);
    if (!isMap(value) || elementsOf(value) !== 'interface {}') {
      throw new TemplateFault(`a map is needed, not a value of type ${typeOf(value)}`);
    }
    const next = entry(value, key);
    if (next === undefined) return fallback;
    value = next;
  }
  return value;
}
