import { labelOf } from '../../label-of.ts';
import { label } from '../../label.ts';
import type { JsonObject } from '../../json.ts';
import { idOf, idOfObject, type ObjectKey } from '../../kube/apply/index.ts';
import type { LabelChange, SetTag, UpgradePlan, UpgradeStep } from '../upgrade-plan.ts';
import { actionsOf } from './actions-of.ts';
import { labelProblem } from './label-object.ts';
import { ownerKey } from './object-keys.ts';

/**
 * Why the cluster is not as a step expects it: somebody relabelled what it moves, moved the tag, or removed a control
 * plane. Pure; a step that was begun and interrupted may be half done. `objects` are as for `actionsOf`, with what the
 * step labels and restarts, and the Deployments of the control planes.
 */
export function stepProblems(
  step: UpgradeStep,
  objects: readonly JsonObject[],
  plan: UpgradePlan,
): readonly string[] {
  const missing = missingPlanes(step, objects, plan);
  if (missing.length > 0) return missing;
  if (step.kind === 'set-tag') return tagProblems(step, objects);
  if (step.kind === 'remove-revision') return [];
  const byId = new Map(objects.map((object) => [idOfObject(object), object]));
  return actionsOf(step, objects, plan).flatMap((action) => {
    if (action.type === 'label') return problemOf(action.object, 'labels', action.labels, byId);
    if (action.type !== 'restart' || action.owner.templateLabels === undefined) return [];
    return problemOf(ownerKey(action.owner), 'template-labels', action.owner.templateLabels, byId);
  });
}

function problemOf(
  key: ObjectKey,
  part: 'labels' | 'template-labels',
  labels: Readonly<Record<string, LabelChange>>,
  byId: ReadonlyMap<string, JsonObject>,
): readonly string[] {
  const live = byId.get(idOf(key));
  const problem = live === undefined ? undefined : labelProblem(key, live, part, labels);
  return problem === undefined ? [] : [problem];
}

/** The new one must be there for all but its installation. */
function missingPlanes(
  step: UpgradeStep,
  objects: readonly JsonObject[],
  { to }: UpgradePlan,
): readonly string[] {
  if (step.kind === 'install-revision' || step.kind === 'watch') return [];
  const isThere = objects.some(
    (object) =>
      object.kind === 'MutatingWebhookConfiguration' &&
      labelOf(object, label.revision) === to.revision &&
      labelOf(object, label.tag) === '',
  );
  return isThere ? [] : [`the control plane ${to.revision} is not there: nobody would inject for it`];
}

function tagProblems({ tag, from, to }: SetTag, objects: readonly JsonObject[]): readonly string[] {
  const targets = new Set(
    objects
      .filter(
        (object) => labelOf(object, label.tag) === tag && object.kind !== 'ValidatingWebhookConfiguration',
      )
      .map((object) => labelOf(object, label.revision)),
  );
  const strange = [...targets].filter((target) => target !== to && target !== from);
  if (strange.length > 0)
    return [`somebody else moved the tag ${tag}: it stands for ${strange.join(' and ')} now`];
  const isGone = targets.size === 0 && from !== undefined && tag !== 'default';
  return isGone ? [`somebody else removed the tag ${tag}, which stood for ${from}`] : [];
}
