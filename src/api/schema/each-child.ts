import { isObject, type Json } from '../../json.ts';
import type { Compiled } from './compiled.ts';

/** Visits what a value holds directly, as far as its schema knows it, in the order of the document. */
export function eachChild(
  schema: Compiled,
  value: Json,
  visit: (child: Compiled, step: string | number, value: Json) => void,
): void {
  const { items, fields, values } = schema;
  if (Array.isArray(value)) {
    if (items !== undefined)
      for (let index = 0; index < value.length; index++) visit(items, index, value[index] as Json);
  } else if (isObject(value)) {
    for (const key in value) {
      const child = fields?.get(key) ?? values;
      if (child !== undefined) visit(child, key, value[key] as Json);
    }
  }
}
