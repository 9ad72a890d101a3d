import { groupBy } from '../../../group-by.ts';
import { objectIn, plainText, valueIn, type JsonObject } from '../../../json.ts';
import { keyOf } from '../../../kube/apply/index.ts';
import { label } from '../../../label.ts';
import { labelsOf } from '../../../revision/index.ts';
import type { OwnerRestart } from '../../upgrade-plan.ts';
import { budgetsOf } from './budgets-of.ts';
import { templateLabels, type PodOwner } from './pod-owners.ts';
import { objectNamed, objectsOfKind, type UpgradeMesh } from './upgrade-mesh.ts';

/** Makes restarts of owners; budgets are sorted by namespace once. */
export function ownerRestarts(
  mesh: UpgradeMesh,
  [from, to]: readonly [string, string],
): (owner: PodOwner) => OwnerRestart {
  const budgets = groupBy(
    objectsOfKind(mesh, 'PodDisruptionBudget'),
    (budget) => keyOf(budget).namespace ?? '',
  );
  return ({ kind, namespace, name, object, pods }) => {
    const named = plainText(templateLabels(object)[label.revision]);
    const [first] = pods;
    const pod = first && objectNamed(mesh, 'Pod', namespace, first.name);
    const labels = pod ? labelsOf(pod) : labelsOf({ metadata: { labels: templateLabels(object) } });
    return {
      ...{ kind, namespace, name, pods: pods.length, by: waysOf(kind, object) },
      ...(named === from && { templateLabels: { [label.revision]: { before: from, after: to } } }),
      budgets: budgetsOf(labels, budgets.get(namespace) ?? []),
    };
  };
}

/**
 * A paused Deployment, what waits for deletion and what is rolled out in part make no new Pods by themselves when their
 * template changes.
 */
function waysOf(kind: OwnerRestart['kind'], object: JsonObject): OwnerRestart['by'] {
  if (kind === 'Deployment') return valueIn(object, 'spec', 'paused') === true ? 'evict' : 'rollout';
  const { type, rollingUpdate } = objectIn(object, 'spec', 'updateStrategy');
  return type === 'OnDelete' || Number(objectIn(rollingUpdate).partition ?? 0) > 0 ? 'evict' : 'rollout';
}
