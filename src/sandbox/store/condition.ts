import { objectsIn, type JsonObject } from '../../json.ts';

/** The condition of a type in the status of an object. */
export const conditionOf = (object: JsonObject, type: string): JsonObject | undefined =>
  objectsIn(object, 'status', 'conditions').find((condition) => condition.type === type);
