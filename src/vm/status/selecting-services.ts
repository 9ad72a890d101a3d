import { compareText } from '../../compare-text.ts';
import { objectIn, plainText, type JsonObject } from '../../json.ts';

/**
 * The Services and ServiceEntries of a namespace that select machines with these labels, as `Kind name`: by whose names
 * the mesh reaches them.
 */
export function selectingServices(
  objects: readonly JsonObject[],
  namespace: string,
  labels: Readonly<Record<string, string>>,
): readonly string[] {
  return objects
    .filter((object) => (plainText(objectIn(object, 'metadata').namespace) || 'default') === namespace)
    .filter((object) => selects(selectorOf(object), labels))
    .map(({ kind, metadata }) => `${plainText(kind)} ${plainText(objectIn(metadata).name)}`)
    .sort(compareText);
}

function selectorOf(object: JsonObject): JsonObject {
  if (object.kind === 'Service') return objectIn(object, 'spec', 'selector');
  return object.kind === 'ServiceEntry' ? objectIn(object, 'spec', 'workloadSelector', 'labels') : {};
}

/** An empty selector selects nothing. */
function selects(selector: JsonObject, labels: Readonly<Record<string, string>>): boolean {
  const wanted = Object.entries(selector);
  return wanted.length > 0 && wanted.every(([key, value]) => labels[key] === value);
}
