import type { JsonObject } from '../resources/index.ts';

/** Whether a value of a document is an object and no list. */
export const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
