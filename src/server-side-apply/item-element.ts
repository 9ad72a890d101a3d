import { isObject, valueIn, type Json, type JsonObject } from '../json.ts';
import type { FieldType } from './field-type.ts';
import { keyElement, valueElement } from './fields-v1.ts';

/** The path element of an item of a list that is no single value. */
export function itemElement(list: FieldType['list'], item: Json): string {
  if (typeof list === 'string' || !isObject(item)) return valueElement(item);
  const key: JsonObject = {};
  for (const { name, unless } of list) {
    const value = valueIn(item, name) ?? unless;
    if (value !== undefined) key[name] = value;
  }
  return keyElement(key);
}

/** The items of a list by their elements, in order. Updates may leave several of the same element. */
export function itemsByElement(
  list: FieldType['list'],
  items: readonly Json[],
): ReadonlyMap<string, readonly Json[]> {
  const found = new Map<string, Json[]>();
  for (const item of items) {
    const element = itemElement(list, item);
    const same = found.get(element);
    if (same === undefined) found.set(element, [item]);
    else same.push(item);
  }
  return found;
}
