import { isObject, type Json, type JsonObject } from '../json.ts';
import { fieldSet, type FieldPath, type FieldSet } from './field-set.ts';
import type { FieldType } from './field-type.ts';
import { fieldElement } from './fields-v1.ts';
import { itemsByElement } from './item-element.ts';

/** The fields that who applies a value owns: its leaves, and its items. */
export function fieldsOf(type: FieldType, value: Json): FieldSet {
  return fieldSet(leavesOf(type, value, []));
}

function* leavesOf(type: FieldType, value: Json, path: FieldPath): Generator<FieldPath> {
  if (isObject(value) && !type.atomic) yield* leavesOfMap(type, value, path);
  else if (Array.isArray(value) && type.list !== 'atomic') yield* leavesOfList(type, value, path);
  else yield path;
}

function* leavesOfMap(type: FieldType, map: JsonObject, path: FieldPath): Generator<FieldPath> {
  for (const [name, value] of Object.entries(map)) {
    const place = [...path, fieldElement(name)];
    yield* leavesOf(type.field(name), value, place);
    if (!type.isNamed(name) || isEmptyMap(value)) yield place;
  }
}

function* leavesOfList(type: FieldType, list: readonly Json[], path: FieldPath): Generator<FieldPath> {
  for (const [element, [only, ...more]] of itemsByElement(type.list, list)) {
    const place = [...path, element];
    if (only !== undefined && more.length === 0) yield* leavesOf(type.item, only, place);
    yield place;
  }
}

const isEmptyMap = (value: Json): boolean => isObject(value) && Object.keys(value).length === 0;
