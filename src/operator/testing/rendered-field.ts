import { isObject, type Json, type JsonObject } from '../../json.ts';
import { loadOperatorSpec, renderManifests } from '../index.ts';

/** A row of a table: what is the case, the `spec`, `Kind name` of an object, the way to a field, and what is there. */
export type Row = readonly [
  sentence: string,
  spec: JsonObject,
  object: string,
  path: string,
  expected: Json | undefined,
];

/** What a spec has at a field of a rendered object (`spec.ports.0.port`, `*` for each item); undefined without one. */
export async function renderedField(
  spec: JsonObject,
  object: string,
  path: string,
): Promise<Json | undefined> {
  const objects = await renderedObjects(spec);
  const found = objects.get(object);
  return found === undefined || path === '' ? found : fieldAt(found, path.split('.'));
}

/** The objects of a spec by `Kind name`. */
async function renderedObjects(spec: JsonObject): Promise<ReadonlyMap<string, JsonObject>> {
  const text = JSON.stringify({ kind: 'IstioOperator', spec });
  const loaded = await loadOperatorSpec({ files: [{ name: 'spec.json', text }] });
  const { objects } = await renderManifests(loaded);
  return new Map(objects.map(({ object }) => [`${object.kind} ${object.metadata.name}`, object]));
}

function fieldAt(value: Json | undefined, [step, ...rest]: readonly string[]): Json | undefined {
  if (step === undefined) return value;
  if (step === '*')
    return Array.isArray(value) ? value.map((item) => fieldAt(item, rest) ?? null) : undefined;
  if (Array.isArray(value)) {
    const named = value.find((item) => isObject(item) && item.name === step);
    return fieldAt(/^\d+$/.test(step) ? value[Number(step)] : named, rest);
  }
  const key = step.replaceAll('~', '.');
  return isObject(value) && Object.hasOwn(value, key) ? fieldAt(value[key], rest) : undefined;
}
