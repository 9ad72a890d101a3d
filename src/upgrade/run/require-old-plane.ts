import { MeshctlError } from '../../errors.ts';
import { objectIn, objectsIn, type JsonObject } from '../../json.ts';
import type { ClusterWriter } from '../../kube/apply/index.ts';
import { label } from '../../label.ts';
import { labelOf } from '../../label-of.ts';
import { readTagState } from '../../revision/index.ts';
import type { UpgradePlan } from '../upgrade-plan.ts';

/**
 * Tells the cluster of a plan from others, before anything is written there.
 *
 * @throws {MeshctlError} `input` when the control plane that is to be left is not in the namespace of the plan.
 */
export async function requireOldPlane(
  writer: ClusterWriter,
  { istioNamespace: namespace, from }: UpgradePlan,
): Promise<void> {
  const objects = await readTagState(writer, { namespace });
  if (objects.some((object) => isPlane(object, from.revision, namespace))) return;
  throw new MeshctlError('input', `there is no control plane ${from.revision} in ${namespace} to leave`, {
    reason: 'the plan was made for another cluster, or long ago',
    hint: 'check --context, and make the plan anew with `meshctl upgrade plan`',
  });
}

const isPlane = (object: JsonObject, revision: string, namespace: string): boolean =>
  object.kind === 'MutatingWebhookConfiguration' &&
  labelOf(object, label.revision) === revision &&
  labelOf(object, label.tag) === '' &&
  objectsIn(object, 'webhooks').some(
    (webhook) => objectIn(webhook, 'clientConfig', 'service').namespace === namespace,
  );
