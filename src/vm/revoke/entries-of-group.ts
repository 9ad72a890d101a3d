import { compareText } from '../../compare-text.ts';
import { isObject, objectIn, plainText, type JsonObject } from '../../json.ts';

/** The WorkloadEntries that registered with a group, or that it owns, by name. */
export const entriesOfGroup = (
  objects: readonly JsonObject[],
  namespace: string,
  group: string,
): readonly JsonObject[] =>
  objects
    .filter((one) => one.kind === 'WorkloadEntry' && objectIn(one, 'metadata').namespace === namespace)
    .filter((one) => registeredWith(one) === group || isOwnedBy(one, group))
    .toSorted((a, b) => compareText(nameOf(a), nameOf(b)));

/** Empty for an entry that was made by hand. */
export const registeredWith = (entry: JsonObject): string =>
  plainText(objectIn(entry, 'metadata', 'annotations')['istio.io/autoRegistrationGroup']);

function isOwnedBy(entry: JsonObject, group: string): boolean {
  const { ownerReferences } = objectIn(entry, 'metadata');
  const owners = Array.isArray(ownerReferences) ? ownerReferences.filter(isObject) : [];
  return owners.some(({ kind, name }) => kind === 'WorkloadGroup' && name === group);
}

const nameOf = (object: JsonObject): string => plainText(objectIn(object, 'metadata').name);
