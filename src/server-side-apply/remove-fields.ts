import { isObject, setKey, type Json, type JsonObject } from '../json.ts';
import { noFields, type FieldSet } from './field-set.ts';
import type { FieldType } from './field-type.ts';
import { fieldElement } from './fields-v1.ts';
import { itemElement } from './item-element.ts';

/** A value without some of its fields and items. Maps and lists that lose all they had become null. */
export function removeFields(type: FieldType, value: Json, fields: FieldSet): Json {
  if (isObject(value) && !type.atomic) return fromMap(type, value, fields);
  if (!Array.isArray(value) || type.list === 'atomic' || value.length === 0) return value;
  const left = value.flatMap((item) => {
    const found = fields.below.get(itemElement(type.list, item)) ?? noFields;
    if (found.self) return [];
    return [found.below.size === 0 ? item : removeFields(type.item, item, found)];
  });
  return left.length === 0 ? null : left;
}

function fromMap(type: FieldType, map: JsonObject, fields: FieldSet): Json {
  const entries = Object.entries(map);
  const left: JsonObject = {};
  for (const [name, value] of entries) {
    const found = fields.below.get(fieldElement(name)) ?? noFields;
    if (found.self) continue;
    setKey(left, name, found.below.size === 0 ? value : removeFields(type.field(name), value, found));
  }
  return entries.length > 0 && Object.keys(left).length === 0 ? null : left;
}
