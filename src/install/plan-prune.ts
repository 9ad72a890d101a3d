import { compareText } from '../compare-text.ts';
import { planDeletion, type ClusterChange } from '../changes/index.ts';
import { objectIn, plainText, type JsonObject } from '../json.ts';
import { labelOf } from '../label-of.ts';
import { label } from '../label.ts';
import { keyOf, idOfObject } from '../kube/apply/index.ts';
import { isOwnedBy, type InstallOwner } from './install-owner.ts';
import type { InstallState } from './install-state.ts';
import { prunableKinds } from './prunable-kinds.ts';
import { isKind } from './is-kind.ts';

/**
 * What an installation owns and no longer wants, by kind in the order of deleting. `wanted` are the ids (`idOf`) of what
 * it does want. What a controller made of an object of ours, with its labels, goes with that object.
 */
export function planPrune(
  owner: InstallOwner,
  state: InstallState,
  wanted: ReadonlySet<string>,
): readonly ClusterChange[] {
  const left = [...state.objects.values()].filter(
    (object) => isOwnedBy(object, owner) && isPrunable(object) && !wanted.has(idOfObject(object)),
  );
  const found = left.map((live) => ({ live, rank: rankOf(live), text: nameOf(live) }));
  found.sort((a, b) => a.rank - b.rank || compareText(a.text, b.text));
  return found
    .filter(({ rank }) => rank >= 0)
    .map(({ live }) => planDeletion({ group: componentOf(live), live, reason: 'the spec no longer has it' }));
}

function isPrunable({ metadata }: JsonObject): boolean {
  const { labels, ownerReferences, deletionTimestamp } = objectIn(metadata);
  const kept = plainText(objectIn(labels)[label.notPruned]) === 'true';
  return !kept && ownerReferences === undefined && deletionTimestamp === undefined;
}

const rankOf = (object: JsonObject): number =>
  prunableKinds.findIndex(({ group, kind }) => isKind(object, group, kind));

function nameOf(object: JsonObject): string {
  const { namespace = '', name } = keyOf(object);
  return `${namespace}/${name}`;
}

const componentOf = (object: JsonObject): string => labelOf(object, label.component);
