import { isObject, valueIn, type JsonObject } from '../../json.ts';

/** The condition of a type in the status of an object. */
export function conditionOf(object: JsonObject, type: string): JsonObject | undefined {
  const conditions = valueIn(object, 'status', 'conditions');
  return Array.isArray(conditions)
    ? conditions.filter(isObject).find((condition) => condition.type === type)
    : undefined;
}
