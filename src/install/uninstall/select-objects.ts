import { planDeletion, type ClusterChange } from '../../changes/index.ts';
import type { JsonObject } from '../../json.ts';
import { annotationOf, labelOf } from '../../label-of.ts';
import { label } from '../../label.ts';
import { keyOf, idOfObject } from '../../kube/apply/index.ts';

import { isControlled } from './object-facts.ts';
import type { KeptObject, UninstallTarget } from './uninstall-plan.ts';
import type { UninstallState } from './uninstall-state.ts';
import { isKind } from '../is-kind.ts';

/** What goes, in order, and what an installer made but somebody else has now. */
export interface Selected {
  readonly deletions: readonly ClusterChange[];
  readonly kept: readonly KeptObject[];
}

/**
 * Chooses what belongs to the target by the labels that installers put on their objects. What Helm has taken over stays,
 * and what other objects control goes with those.
 */
export function selectObjects(state: UninstallState, target: UninstallTarget): Selected {
  const candidates = target.type === 'purge' ? ofAll(state) : ofRevision(state, target);
  const mine = candidates.filter(({ object }) => helmRelease(object) === '');
  const kept = candidates.flatMap(({ object }) => {
    const release = helmRelease(object);
    return release === '' ? [] : [{ object: keyOf(object), reason: `the Helm release ${release} owns it` }];
  });
  const deletions = mine.map(({ object, group, reason }) =>
    planDeletion({ group, live: object, ...(reason !== undefined && { reason }) }),
  );
  return {
    deletions: [
      ...deletions,
      ...(target.type === 'purge' && !outlives(state, deletions) ? ofIstiods(state) : []),
      ...leftLocks(state),
    ],
    kept,
  };
}

interface Candidate {
  readonly object: JsonObject;
  readonly group: string;
  readonly reason?: string;
}

/** What all revisions share stays. */
const removable: ReadonlySet<string> = new Set([
  'Pilot',
  'IngressGateways',
  'EgressGateways',
  'Cni',
  'Ztunnel',
]);

function ofRevision(
  { installed }: UninstallState,
  { revision, namespace, owner }: UninstallTarget & { readonly type: 'revision' },
): readonly Candidate[] {
  return installed
    .filter(
      (object) =>
        !isControlled(object) &&
        removable.has(labelOf(object, label.component)) &&
        labelOf(object, label.revision) === revision &&
        labelOf(object, label.ownerNamespace) === namespace &&
        (owner === undefined || labelOf(object, label.owner) === owner),
    )
    .map((object) => ({ object, group: labelOf(object, label.component) }));
}

function ofAll({ installed, injectors, validators, tagServices }: UninstallState): readonly Candidate[] {
  const objects = installed.filter((object) => !isControlled(object));
  const known = new Set(objects.map(idOfObject));
  const tags = [...tagServices, ...injectors, ...validators].filter(
    (object) =>
      labelOf(object, label.tag) !== '' &&
      labelOf(object, label.revision) !== '' &&
      !known.has(idOfObject(object)),
  );
  const definitions = objects.filter(isDefinition);
  return [
    ...objects
      .filter((object) => !isDefinition(object))
      .map((object) => ({ object, group: labelOf(object, label.component) })),
    ...tags.map((object) => ({
      object,
      group: 'Tags',
      reason: `it is the tag ${labelOf(object, label.tag)}, which would stand for nothing`,
    })),
    ...definitions.map((object) => ({ object, group: 'Definitions' })),
  ];
}

const isDefinition = (object: JsonObject): boolean =>
  isKind(object, 'apiextensions.k8s.io', 'CustomResourceDefinition');

/** Helm adopts objects by this annotation. */
const helmRelease = (object: JsonObject): string => annotationOf(object, 'meta.helm.sh/release-name');

/** Whether an istiod stays, such as one that Helm installed: what istiods made for themselves is its own then. */
function outlives({ pods }: UninstallState, deletions: readonly ClusterChange[]): boolean {
  const gone = new Set(
    deletions
      .filter(({ object }) => object.kind === 'Deployment')
      .map(({ live }) => (live ? planeOf(live) : '')),
  );
  return pods.some((pod) => labelOf(pod, 'app') === 'istiod' && !gone.has(planeOf(pod)));
}

/** Tells control planes apart, by their Deployment or by their pods. */
function planeOf(object: JsonObject): string {
  return JSON.stringify([keyOf(object).namespace, labelOf(object, label.revision)]);
}

function ofIstiods({ authority }: UninstallState): readonly ClusterChange[] {
  return authority.map((live) =>
    planDeletion({ group: 'Istiod', live, reason: 'istiod made it for itself' }),
  );
}

function leftLocks({ locks }: UninstallState): readonly ClusterChange[] {
  return locks.map((live) =>
    planDeletion({ group: 'Locks', live, reason: 'an installation that was killed left it' }),
  );
}
