import { isDeepStrictEqual } from 'node:util';
import { isObject, valueIn, type Json, type JsonObject } from '../json.ts';
import { fieldSet, union, type FieldPath, type FieldSet } from './field-set.ts';
import type { FieldType } from './field-type.ts';
import { fieldElement } from './fields-v1.ts';
import { itemsByElement } from './item-element.ts';

/** What is different between two values, by fields. */
export interface Comparison {
  /** Fields that were added, or have another value. */
  readonly written: FieldSet;
  readonly removed: FieldSet;
}

/** As `TypedValue.Compare` in sigs.k8s.io/structured-merge-diff/typed/compare.go. */
export function compareValues(type: FieldType, before: Json, after: Json): Comparison {
  const found: Found = { added: [], modified: [], removed: [] };
  compare(type, before, after, [], found);
  return {
    written: union(fieldSet(found.added), fieldSet(found.modified)),
    removed: fieldSet(found.removed),
  };
}

interface Found {
  readonly added: FieldPath[];
  readonly modified: FieldPath[];
  readonly removed: FieldPath[];
}

function compare(
  type: FieldType,
  before: Json | undefined,
  after: Json | undefined,
  path: FieldPath,
  found: Found,
): void {
  const maps = mapsOf(type, before, after);
  const lists = listsOf(type, before, after);
  if (maps !== undefined) compareMaps(type, ...maps, path, found);
  else if (lists !== undefined) compareLists(type, ...lists, path, found);
  else if (before !== undefined && after !== undefined && !isDeepStrictEqual(before, after))
    found.modified.push(path);
  if (before === undefined) found.added.push(path);
  else if (after === undefined) found.removed.push(path);
}

type Value = Json | undefined;

/** Both as maps, when there is anything in them to compare by itself. */
function mapsOf(type: FieldType, before: Value, after: Value): [JsonObject, JsonObject] | undefined {
  if (type.atomic) return undefined;
  const [old, now] = [before ?? {}, after ?? {}];
  if (!isObject(old) || !isObject(now)) return undefined;
  return Object.keys(old).length > 0 || Object.keys(now).length > 0 ? [old, now] : undefined;
}

function listsOf(type: FieldType, before: Value, after: Value): [Json[], Json[]] | undefined {
  if (type.list === 'atomic') return undefined;
  const [old, now] = [before ?? [], after ?? []];
  if (!Array.isArray(old) || !Array.isArray(now)) return undefined;
  return old.length > 0 || now.length > 0 ? [old, now] : undefined;
}

function compareMaps(
  type: FieldType,
  before: JsonObject,
  after: JsonObject,
  path: FieldPath,
  found: Found,
): void {
  for (const name of new Set([...Object.keys(before), ...Object.keys(after)])) {
    const place = [...path, fieldElement(name)];
    compare(type.field(name), valueIn(before, name), valueIn(after, name), place, found);
  }
}

function compareLists(
  type: FieldType,
  before: readonly Json[],
  after: readonly Json[],
  path: FieldPath,
  found: Found,
): void {
  const [old, now] = [itemsByElement(type.list, before), itemsByElement(type.list, after)];
  for (const element of new Set([...old.keys(), ...now.keys()])) {
    const pair = [old.get(element) ?? [], now.get(element) ?? []] as const;
    compareItems(type.item, ...pair, [...path, element], found);
  }
}

/** Items of the same element, of which there should be one, are one value together. */
function compareItems(
  type: FieldType,
  old: readonly Json[],
  now: readonly Json[],
  path: FieldPath,
  found: Found,
): void {
  if (old.length < 2 && now.length < 2) compare(type, old[0], now[0], path, found);
  else if (old.length > 1 && now.length > 1) {
    if (!isDeepStrictEqual(old, now)) found.modified.push(path);
  } else if (old.length > 1) {
    if (now.length > 0) compare(type, undefined, now[0], path, found);
    found.removed.push(path);
  } else {
    if (old.length > 0) compare(type, old[0], undefined, path, found);
    found.added.push(path);
  }
}
