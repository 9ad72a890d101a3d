import { withoutServerFields } from '../../changes/index.ts';
import { objectIn, plainText, valueIn, type JsonObject } from '../../json.ts';
import { idOf, idOfObject, type ObjectKey } from '../../kube/apply/index.ts';
import { fieldIn } from '../field-in.ts';
import type { LabelChange, ObjectPatch } from '../upgrade-plan.ts';
import type { BeforeValue } from './before-value.ts';
import { ownerKey } from './object-keys.ts';
import type { StepAction } from './step-action.ts';

/** What actions are about to change, as `objects` have it; what is in the plan where an object is not among them. */
export function beforeValues(
  actions: readonly StepAction[],
  objects: readonly JsonObject[],
): readonly BeforeValue[] {
  const byId = new Map(objects.map((object) => [idOfObject(object), object]));
  return actions.flatMap((action): readonly BeforeValue[] => {
    switch (action.type) {
      case 'label':
        return [labelsBefore('labels', action.object, action.labels, byId)];
      case 'restart': {
        const { owner } = action;
        if (owner.templateLabels === undefined) return [];
        return [labelsBefore('template-labels', ownerKey(owner), owner.templateLabels, byId)];
      }
      case 'patch':
        return [fieldsBefore(action, byId)];
      case 'write':
        return [objectBefore(action.change.object, action.change.live)];
      default:
        return [];
    }
  });
}

/** An object as it would be restored, with who manages its fields: whoever applies it next must find that again. */
export const objectBefore = (object: ObjectKey, live: JsonObject | undefined): BeforeValue => ({
  part: 'object',
  object,
  before: live === undefined ? null : withManagers(withoutServerFields(live), live),
});

function withManagers(object: JsonObject, live: JsonObject): JsonObject {
  const { managedFields } = objectIn(live, 'metadata');
  if (managedFields === undefined) return object;
  return { ...object, metadata: { ...objectIn(object, 'metadata'), managedFields } };
}

function fieldsBefore({ object, changes }: ObjectPatch, byId: ReadonlyMap<string, JsonObject>): BeforeValue {
  const live = byId.get(idOf(object));
  const recorded = changes.map(({ path, before }): [string, string] => [
    path,
    (live === undefined ? undefined : fieldIn(live, path)) ?? before,
  ]);
  return { part: 'fields', object, fields: Object.fromEntries(recorded) };
}

function labelsBefore(
  part: 'labels' | 'template-labels',
  object: ObjectKey,
  labels: Readonly<Record<string, LabelChange>>,
  byId: ReadonlyMap<string, JsonObject>,
): BeforeValue {
  const live = byId.get(idOf(object));
  const recorded = Object.entries(labels).map(([key, { before }]): [string, string | null] => [
    key,
    live === undefined ? before : labelIn(live, part, key),
  ]);
  return { part, object, labels: Object.fromEntries(recorded) };
}

/** The value of a label of an object or of its template; null without it. */
export function labelIn(object: JsonObject, part: 'labels' | 'template-labels', key: string): string | null {
  const path = part === 'labels' ? ['metadata', 'labels'] : ['spec', 'template', 'metadata', 'labels'];
  const value = valueIn(object, ...path, key);
  return value === undefined ? null : plainText(value);
}
