import { isObject, type Json } from '../../json.ts';
import { readText } from '../../resources/index.ts';
import { TemplateFault } from '../template-fault.ts';
import { mapOf } from '../values/go-map.ts';
import type { GoValue } from '../values/go-value.ts';
import { isMap } from '../values/type-of.ts';

/** The value of a text of YAML that is a list: it is read as the only field of an object. */
export function readYamlList(text: string): GoValue {
  const body = text.replace(/^---[ \t]*\n/, '').replaceAll('\n', '\n ');
  const read = readYaml(`list:\n ${body}`);
  return isMap(read) ? (read.list ?? null) : null;
}

/** The value of the first document of a text of YAML, read as Kubernetes reads it; numbers are floats. */
export function readYaml(text: string): GoValue {
  const [document] = readText(text, 'text').documents;
  const [problem] = document?.problems ?? [];
  if (problem !== undefined) throw new TemplateFault(`the text is no YAML: ${problem.message}`);
  return toValue(document?.value ?? null);
}

function toValue(json: Json): GoValue {
  if (Array.isArray(json)) return json.map(toValue);
  return isObject(json) ? mapOf(Object.entries(json).map(([key, value]) => [key, toValue(value)])) : json;
}
