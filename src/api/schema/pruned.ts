import { isObject, type Json } from '../../json.ts';
import type { Compiled } from './compiled.ts';

/** The value without fields that its schema does not know, as CEL rules of the API server see it. */
export function known(schema: Compiled, value: Json): Json {
  const { fields, items, values, node } = schema;
  if (Array.isArray(value)) return items === undefined ? value : value.map((item) => known(items, item));
  if (!isObject(value) || node['x-kubernetes-preserve-unknown-fields'] === true) return value;
  const entries = Object.entries(value).flatMap(([name, item]): [string, Json][] => {
    const field = fields?.get(name) ?? values;
    return field === undefined ? [] : [[name, known(field, item)]];
  });
  return Object.fromEntries(entries);
}
