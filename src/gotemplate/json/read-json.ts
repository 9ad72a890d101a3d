import { TemplateFault } from '../template-fault.ts';
import { mapOf } from '../values/go-map.ts';
import type { GoValue } from '../values/go-value.ts';
import type { Json } from '../../json.ts';

/** The value of a text of JSON; numbers are floats. */
export function readJson(text: string): GoValue {
  try {
    return toValue(JSON.parse(text) as Json);
  } catch (error) {
    if (error instanceof SyntaxError) throw new TemplateFault(`the text is no JSON: ${error.message}`);
    throw error;
  }
}

function toValue(json: Json): GoValue {
  if (typeof json !== 'object' || json === null) return json;
  if (Array.isArray(json)) return json.map(toValue);
  return mapOf(Object.entries(json).map(([key, value]) => [key, toValue(value)]));
}
