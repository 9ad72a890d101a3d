import { isObject, setKey, valueIn, type Json, type JsonObject } from '../json.ts';
import type { FieldType } from './field-type.ts';
import { itemElement, itemsByElement } from './item-element.ts';

/**
 * Lays what is applied over what is there; nothing is removed. As `TypedValue.Merge` in
 * sigs.k8s.io/structured-merge-diff/typed/merge.go: items go in the order of the applied list as far as it has them.
 */
export function mergeValues(type: FieldType, live: Json, applied: Json): Json {
  if (!type.atomic && isObject(live) && isObject(applied)) return mergeMaps(type, live, applied);
  if (type.list !== 'atomic' && Array.isArray(live) && Array.isArray(applied))
    return mergeLists(type, live, applied);
  return applied === null && hasItsOwn(type, live) ? live : applied;
}

/** What is in it has managers of its own, so that null does not take it away. */
function hasItsOwn(type: FieldType, live: Json): boolean {
  if (Array.isArray(live)) return type.list !== 'atomic' && live.length > 0;
  return isObject(live) && !type.atomic && Object.keys(live).length > 0;
}

function mergeMaps(type: FieldType, live: JsonObject, applied: JsonObject): JsonObject {
  const merged = { ...live };
  for (const [name, value] of Object.entries(applied)) {
    const there = valueIn(live, name);
    setKey(merged, name, there === undefined ? value : mergeValues(type.field(name), there, value));
  }
  return merged;
}

/**
 * What only the live list has stays behind what it was behind. An item of both stands where the live list has it if that
 * is the next one of both in the applied list, too; otherwise it moves to its place there.
 */
function mergeLists(type: FieldType, live: readonly Json[], applied: readonly Json[]): Json[] {
  const [old, now] = [itemsByElement(type.list, live), itemsByElement(type.list, applied)];
  const result: Json[] = [];
  const waiting = [...now];
  const placeUpTo = (last?: string): void => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      const [element, items] = next;
      result.push(...items.map((item) => mergeItem(type.item, old.get(element), item)));
      if (element === last) return;
    }
  };
  for (const item of live) {
    const element = itemElement(type.list, item);
    if (!now.has(element)) result.push(item);
    else if (element === waiting.find(([other]) => old.has(other))?.[0]) placeUpTo(element);
  }
  placeUpTo();
  return result;
}

/** Several live items of the same element give way to the one applied. */
function mergeItem(type: FieldType, live: readonly Json[] = [], applied: Json): Json {
  const [there] = live;
  return there === undefined || live.length > 1 ? applied : mergeValues(type, there, applied);
}
