import { isObject, objectsIn, plainText, type Json, type JsonObject } from '../json.ts';
import { canonicalQuantity } from '../canonical-quantity.ts';

/** A container as the API server writes it: amounts in their usual form, and nothing that says no more than its absence. */
export function typedContainer(container: JsonObject): JsonObject {
  const typed = withResources(container);
  if (Array.isArray(typed.env)) typed.env = objectsIn(typed.env).map(withoutEmptyValue);
  if (Array.isArray(typed.volumeMounts)) typed.volumeMounts = objectsIn(typed.volumeMounts).map(writable);
  for (const key of ['readinessProbe', 'livenessProbe', 'startupProbe']) {
    if (isObject(typed[key])) typed[key] = withoutZero(typed[key]);
  }
  return typed;
}

/** A container whose resources are in their usual form. */
export function withResources(container: JsonObject): JsonObject {
  const { resources } = container;
  if (!isObject(resources)) return { ...container };
  const amounts = Object.entries(resources).map(([key, value]) => [key, amountsOf(value)] as const);
  return { ...container, resources: Object.fromEntries(amounts) };
}

const amountsOf = (value: Json): Json =>
  isObject(value)
    ? Object.fromEntries(
        Object.entries(value).map(([name, amount]) => [name, canonicalQuantity(plainText(amount))]),
      )
    : value;

function withoutEmptyValue(variable: JsonObject): JsonObject {
  const { value, ...rest } = variable;
  return value === '' || value === null || value === undefined ? rest : variable;
}

function writable(mount: JsonObject): JsonObject {
  const { readOnly, ...rest } = mount;
  return readOnly === false ? rest : mount;
}

const withoutZero = (probe: JsonObject): JsonObject =>
  Object.fromEntries(Object.entries(probe).filter(([, value]) => value !== 0));
