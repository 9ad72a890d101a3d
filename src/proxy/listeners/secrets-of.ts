import { isObject } from '../../json.ts';
import type { Json } from '../../resources/index.ts';
import { asText } from '../message/index.ts';

/** Names of the secrets that a message asks for over SDS, each once, in the order in which they are mentioned. */
export function secretsOf(message: Json): string[] {
  const names = new Set<string>();
  collect(message, names);
  return [...names];
}

function collect(value: Json, names: Set<string>): void {
  if (Array.isArray(value)) for (const item of value) collect(item, names);
  if (!isObject(value)) return;
  if (isObject(value.sds_config) && asText(value.name) !== '') names.add(asText(value.name));
  for (const inner of Object.values(value)) collect(inner, names);
}
