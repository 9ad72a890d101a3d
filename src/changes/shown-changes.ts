import { plainText, type JsonObject } from '../json.ts';
import { diffManifests, diffValues, type ManifestChange } from '../operator/diff/index.ts';
import type { KubeObject } from '../operator/index.ts';
import { withoutServerFields } from './settled-object.ts';

/** What is different between two states of an object; structured text field by field, where that shows it. */
export function shownChanges(before: JsonObject, after: JsonObject): readonly ManifestChange[] {
  const [old, now] = [withoutServerFields(before), withoutServerFields(after)];
  const plain = diffValues(plainText(after.kind), old, now);
  if (plain.length === 0 || !isConfigMap(old) || !isConfigMap(now)) return plain;
  const structured = diffManifests([old], [now]).changed.flatMap(({ changes }) => changes);
  return structured.length > 0 ? structured : plain;
}

const isConfigMap = (object: JsonObject): object is KubeObject => object.kind === 'ConfigMap';
