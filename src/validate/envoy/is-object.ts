import type { Json, JsonObject } from '../../resources/index.ts';

/** Whether a value is an object: neither a scalar, nor a list, nor null. */
export const isObject = (value: Json | undefined): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
