import type { JsonObject } from '../../resources/index.ts';
import { camelCase } from './rename-fields.ts';

/** A message as protobuf's JSON writes it: field names in camel case, and no `@type`, which its place tells. */
export function bareMessage(message: JsonObject, type: string): JsonObject {
  const fields = Object.entries(message).filter(([field]) => field !== '@type');
  return camelCase(Object.fromEntries(fields), type);
}
