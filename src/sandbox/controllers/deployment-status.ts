import { objectIn, plainText, type JsonObject } from '../../json.ts';
import { timestamp } from '../cluster.ts';
import { conditionOf } from '../store/condition.ts';
import { metadataOf, nameOf, uidOf } from '../store/metadata.ts';
import type { OwnedPods } from './owned-pods.ts';
import type { Pass } from './pass.ts';

interface Progress {
  readonly current: JsonObject;
  readonly now: OwnedPods;
  /** The pods of older ReplicaSets. */
  readonly rest: readonly OwnedPods[];
  readonly wanted: number;
}

/** What a Deployment tells of its roll-out; reasons and messages are those of Kubernetes. */
export function deploymentStatus(pass: Pass, deployment: JsonObject, progress: Progress): JsonObject {
  const { now, rest } = progress;
  const sum = (count: (owned: OwnedPods) => number): number =>
    rest.reduce((total, owned) => total + count(owned), count(now));
  const replicas = sum(({ pods }) => pods.length);
  const ready = sum((owned) => owned.ready);
  const { generation = 1 } = metadataOf(deployment);
  return {
    observedGeneration: generation,
    ...positive({
      replicas,
      updatedReplicas: now.pods.length,
      readyReplicas: ready,
      availableReplicas: ready,
      unavailableReplicas: Math.max(0, progress.wanted - ready, replicas - ready),
    }),
    conditions: [
      availability(ready >= progress.wanted),
      progressOf(pass, deployment, progress),
      ...(now.failure === undefined ? [] : [condition('ReplicaFailure', true, 'FailedCreate', now.failure)]),
    ].map((one) => sinceWhen(deployment, one)),
  };
}

/** Servers leave zeros out. */
const positive = (counts: Readonly<Record<string, number>>): JsonObject =>
  Object.fromEntries(Object.entries(counts).filter(([, count]) => count > 0));

const condition = (type: string, holds: boolean, reason: string, message: string): JsonObject => ({
  ...{ type, status: holds ? 'True' : 'False', reason, message },
});

function availability(available: boolean): JsonObject {
  return available
    ? condition('Available', true, 'MinimumReplicasAvailable', 'Deployment has minimum availability.')
    : condition(
        'Available',
        false,
        'MinimumReplicasUnavailable',
        'Deployment does not have minimum availability.',
      );
}

function progressOf(pass: Pass, deployment: JsonObject, { current, now, wanted }: Progress): JsonObject {
  const set = `ReplicaSet "${nameOf(current)}"`;
  if (now.ready >= wanted)
    return condition('Progressing', true, 'NewReplicaSetAvailable', `${set} has successfully progressed.`);
  const { progressDeadlineSeconds = 600 } = objectIn(deployment, 'spec');
  const since = pass.firstSeen(`${uidOf(deployment)} ${nameOf(current)}`);
  const deadline = since + Number(progressDeadlineSeconds) * 1000;
  if (pass.now >= deadline)
    return condition('Progressing', false, 'ProgressDeadlineExceeded', `${set} has timed out progressing.`);
  pass.wakeAt(deadline);
  return condition('Progressing', true, 'ReplicaSetUpdated', `${set} is progressing.`);
}

/** A condition that is as it was keeps its times. */
function sinceWhen(deployment: JsonObject, next: JsonObject): JsonObject {
  const now = timestamp();
  const before = conditionOf(deployment, plainText(next.type)) ?? {};
  const { lastUpdateTime = now, lastTransitionTime = now } = before;
  const isSame = (key: string): boolean => before[key] === next[key];
  if (!isSame('status')) return { ...next, lastUpdateTime: now, lastTransitionTime: now };
  const told = isSame('reason') && isSame('message');
  return { ...next, lastUpdateTime: told ? lastUpdateTime : now, lastTransitionTime };
}
