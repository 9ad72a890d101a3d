import { compareText } from '../compare-text.ts';
import { isObject, plainText, type Json, type JsonObject } from '../json.ts';
import { diffManifests, diffValues, type ManifestChange } from '../operator/diff/index.ts';
import type { KubeObject } from '../operator/index.ts';
import { withoutServerFields } from './settled-object.ts';

/** What is different between two states of an object; structured text field by field, where that shows it. */
export function shownChanges(before: JsonObject, after: JsonObject): readonly ManifestChange[] {
  const [old, now] = [sorted(withoutServerFields(before)), sorted(withoutServerFields(after))];
  const plain = diffValues(plainText(after.kind), old, now);
  if (plain.length === 0 || !isConfigMap(old) || !isConfigMap(now)) return plain;
  const structured = diffManifests([old], [now]).changed.flatMap(({ changes }) => changes);
  return structured.length > 0 ? structured : plain;
}

const isConfigMap = (object: JsonObject): object is KubeObject => object.kind === 'ConfigMap';

/** Servers keep fields in different orders; a plan is the same with each of them. */
function sorted(object: JsonObject): JsonObject {
  const entries = Object.entries(object).sort(([a], [b]) => compareText(a, b));
  return Object.fromEntries(entries.map(([name, value]) => [name, sortedValue(value)]));
}

function sortedValue(value: Json): Json {
  if (Array.isArray(value)) return value.map(sortedValue);
  return isObject(value) ? sorted(value) : value;
}
