import type { JsonObject } from '../../json.ts';
import { apiVersionOf, type Kind } from '../kinds/kind.ts';

/** An object in the version that is asked for: versions of a kind differ in their name alone. */
export function asVersion(kind: Kind, object: JsonObject): JsonObject {
  const apiVersion = apiVersionOf(kind);
  return object.apiVersion === apiVersion ? object : { ...object, apiVersion };
}
