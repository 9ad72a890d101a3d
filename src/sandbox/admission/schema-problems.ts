import { isObject, type Json, type JsonObject } from '../../json.ts';
import type { Cause } from '../refusal.ts';

/**
 * What is wrong with a value by the schema of a definition: types, required fields and enumerations. Bounds, patterns and
 * CEL rules are not looked at.
 */
export function schemaProblems(value: Json, schema: Json | undefined, path = ''): readonly Cause[] {
  if (!isObject(schema)) return [];
  if (value === null && schema.nullable === true) return [];
  const wrong = typeProblem(value, schema, path) ?? enumProblem(value, schema, path);
  if (wrong !== undefined) return [wrong];
  if (Array.isArray(value))
    return value.flatMap((item, index) => schemaProblems(item, schema.items, `${path}[${index}]`));
  return isObject(value) ? objectProblems(value, schema, path) : [];
}

const placeOf = (path: string): string => (path === '' ? '<nil>' : path);

function typeProblem(value: Json, schema: JsonObject, path: string): Cause | undefined {
  const { type } = schema;
  if (schema['x-kubernetes-int-or-string'] === true || typeof type !== 'string') return undefined;
  const actual = typeOf(value);
  if (actual === type || (type === 'number' && actual === 'integer')) return undefined;
  const message = `Invalid value: "${actual}": ${path} in body must be of type ${type}: "${actual}"`;
  return { reason: 'FieldValueTypeInvalid', message, field: placeOf(path) };
}

function typeOf(value: Json): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'array';
  if (typeof value === 'number') return Number.isInteger(value) ? 'integer' : 'number';
  return typeof value;
}

function enumProblem(value: Json, schema: JsonObject, path: string): Cause | undefined {
  const allowed = schema.enum;
  if (!Array.isArray(allowed) || allowed.includes(value)) return undefined;
  const names = allowed.map((one) => JSON.stringify(one)).join(', ');
  const message = `Unsupported value: ${JSON.stringify(value)}: supported values: ${names}`;
  return { reason: 'FieldValueNotSupported', message, field: placeOf(path) };
}

function objectProblems(value: JsonObject, schema: JsonObject, path: string): readonly Cause[] {
  const at = (key: string): string => (path === '' ? key : `${path}.${key}`);
  const required = Array.isArray(schema.required) ? schema.required.map(String) : [];
  const missing = required
    .filter((key) => !Object.hasOwn(value, key))
    .map((key) => ({ reason: 'FieldValueRequired', message: 'Required value', field: at(key) }));
  const properties = isObject(schema.properties) ? schema.properties : {};
  const inner = Object.entries(value).flatMap(([key, item]) => {
    const known = Object.hasOwn(properties, key) ? properties[key] : schema.additionalProperties;
    return path === '' && key === 'metadata' ? [] : schemaProblems(item, known, at(key));
  });
  return [...missing, ...inner];
}
