import { objectIn, objectsIn } from '../../json.ts';
import type { JsonObject } from '../../resources/index.ts';
import { textOf, textsOf } from '../text-of.ts';

/** A number; servers leave zeros out. */
export function countAt(object: JsonObject, key: string, absent = 0): number {
  const value = object[key];
  return typeof value === 'number' ? value : absent;
}

/** A text; empty where there is none. */
export function textAt(object: JsonObject, key: string): string {
  return textOf(object[key]) ?? '';
}

/** The texts of a list. */
export function textsAt(object: JsonObject, key: string): readonly string[] {
  return textsOf(object[key]);
}

/** The condition of a type in the status of an object. */
export function conditionOf(object: JsonObject, type: string): JsonObject | undefined {
  return objectsIn(objectIn(object, 'status'), 'conditions').find((condition) => condition.type === type);
}

/** What a condition says, with the reason where there is no message. */
export function conditionText(condition: JsonObject): string {
  return textAt(condition, 'message') || textAt(condition, 'reason');
}

/** Whether the controller of an object is another one. */
export function isOwnedBy(object: JsonObject, owner: JsonObject): boolean {
  const uid = textAt(objectIn(owner, 'metadata'), 'uid');
  return (
    uid !== '' && objectsIn(objectIn(object, 'metadata'), 'ownerReferences').some((ref) => ref.uid === uid)
  );
}

/** The object that was made last; of several, the last by name. */
export function newest(objects: readonly JsonObject[]): JsonObject | undefined {
  const age = (object: JsonObject) => {
    const metadata = objectIn(object, 'metadata');
    return `${textAt(metadata, 'creationTimestamp')} ${textAt(metadata, 'name')}`;
  };
  return objects.reduce<JsonObject | undefined>(
    (best, one) => (best === undefined || age(one) > age(best) ? one : best),
    undefined,
  );
}
