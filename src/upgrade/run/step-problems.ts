import { labelOf } from '../../label-of.ts';
import { label } from '../../label.ts';
import type { JsonObject } from '../../json.ts';
import { idOf, idOfObject, type ObjectKey } from '../../kube/apply/index.ts';
import type { SetTag, UpgradePlan, UpgradeStep } from '../upgrade-plan.ts';
import { actionsOf } from './actions-of.ts';
import { labelProblem } from './label-object.ts';
import { ownerKey } from './object-keys.ts';
import { patchProblem } from './patch-object.ts';

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
  const liveProblem = (
    key: ObjectKey,
    problemOf: (live: JsonObject) => string | undefined,
  ): readonly string[] => {
    const live = byId.get(idOf(key));
    const problem = live && problemOf(live);
    return problem === undefined ? [] : [problem];
  };
  return actionsOf(step, objects, plan).flatMap((action): readonly string[] => {
    switch (action.type) {
      case 'label':
        return liveProblem(action.object, (live) =>
          labelProblem(action.object, live, 'labels', action.labels),
        );
      case 'patch':
        return liveProblem(action.object, (live) => patchProblem(action, live));
      case 'restart': {
        const { owner } = action;
        const key = ownerKey(owner);
        return liveProblem(key, (live) =>
          labelProblem(key, live, 'template-labels', owner.templateLabels ?? {}),
        );
      }
      default:
        return [];
    }
  });
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
