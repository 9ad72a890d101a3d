import { dump } from 'js-yaml';
import type { JsonObject } from '../json.ts';

/** An object as YAML with sorted keys: the same text for the same settings. */
export function yamlOf(value: JsonObject): string {
  return dump(value, { sortKeys: true, lineWidth: -1, noRefs: true });
}
