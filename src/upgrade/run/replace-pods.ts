import { objectIn, plainText, valueIn, type JsonObject } from '../../json.ts';
import { keyOf } from '../../kube/apply/index.ts';
import type { OwnerRestart } from '../upgrade-plan.ts';
import { awaitBudgets } from './await-budgets.ts';
import { ownerKey } from './object-keys.ts';
import { isPodOf, isPodReady, podsIn } from './owned-pods.ts';
import { poll } from './poll.ts';
import type { StepContext } from './run-context.ts';
import { StepFailure } from './step-failure.ts';
import type { ActionOutcome } from './upgrade-event.ts';

/**
 * Deletes the Pods of an owner that were made before this restart, one after the other: each when all others are ready
 * and every budget allows it. Their owner makes new ones.
 *
 * @throws {StepFailure} when budgets do not allow it, or new Pods are not ready in time.
 */
export async function replacePods(context: StepContext, owner: OwnerRestart): Promise<ActionOutcome> {
  const { writer, stamp, signal } = context;
  const old = (await podsOf(context, owner)).filter((pod) => !isNew(pod, stamp));
  for (const pod of old) {
    await awaitReady(context, owner, pod);
    await awaitBudgets(context, owner);
    const uid = plainText(objectIn(pod, 'metadata').uid);
    await writer.delete(
      { ...keyOf(pod), apiVersion: 'v1', kind: 'Pod' },
      { uid, signal, propagation: 'Background' },
    );
  }
  await awaitReady(context, owner);
  return old.length === 0 ? 'unchanged' : 'done';
}

const podsOf = async ({ writer, signal }: StepContext, owner: OwnerRestart): Promise<readonly JsonObject[]> =>
  (await podsIn(writer.client, [owner.namespace], signal)).filter((pod) => isPodOf(pod, owner));

/** Pods have the annotations of the template that they were made from. */
const isNew = (pod: JsonObject, stamp: string): boolean =>
  plainText(valueIn(pod, 'metadata', 'annotations', 'kubectl.kubernetes.io/restartedAt')) === stamp;

/** One that is to go may be as it likes. */
async function awaitReady(context: StepContext, owner: OwnerRestart, leaving?: JsonObject): Promise<void> {
  const gone = plainText(objectIn(leaving, 'metadata').uid);
  const left = await poll(context, async () => {
    const live = await context.writer.get(ownerKey(owner), { signal: context.signal });
    if (live === undefined) return [];
    const pods = await podsOf(context, owner);
    const ready = pods.filter((pod) => isPodReady(pod) || objectIn(pod, 'metadata').uid === gone).length;
    const wanted = wantedOf(live);
    const name = `${owner.kind} ${owner.namespace}/${owner.name}`;
    return ready >= wanted ? [] : [`${name} has ${ready} of ${wanted} Pods ready`];
  });
  if (left.length > 0) throw new StepFailure('ill', left);
}

function wantedOf(owner: JsonObject): number {
  const path = owner.kind === 'DaemonSet' ? ['status', 'desiredNumberScheduled'] : ['spec', 'replicas'];
  const count = valueIn(owner, ...path);
  return typeof count === 'number' ? count : 1;
}
