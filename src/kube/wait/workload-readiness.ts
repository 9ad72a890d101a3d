import type { JsonObject } from '../../resources/index.ts';
import { conditionOf, conditionText, countAt, isOwnedBy, newest, textAt } from './fields.ts';
import { podReason, warningOf } from './pod-reason.ts';
import type { Readiness } from './readiness-type.ts';
import { objectIn } from '../../json.ts';

type Related = readonly JsonObject[];

/** Ready when the newest ReplicaSet has as many ready pods as are wanted; without ReplicaSets, by the status. */
export function deploymentReadiness(object: JsonObject, related: Related): Readiness {
  const stale = notSeenYet(object);
  if (stale !== undefined) return stale;
  const wanted = countAt(objectIn(object, 'spec'), 'replicas', 1);
  const status = objectIn(object, 'status');
  const set = newestReplicaSet(object, related);
  const ready = set
    ? countAt(objectIn(set, 'status'), 'readyReplicas')
    : Math.min(countAt(status, 'updatedReplicas'), countAt(status, 'readyReplicas'));
  if (ready >= wanted) return { ready: true };
  const failed = [conditionOf(object, 'ReplicaFailure')].find((condition) => condition?.status === 'True');
  const late = conditionOf(object, 'Progressing');
  const why =
    podsReason(set ?? object, related) ??
    (failed && conditionText(failed)) ??
    (late?.status === 'False' ? conditionText(late) : undefined);
  return waiting(ready, wanted, why);
}

/** Ready when there are pods, all of the newest state and all ready. */
export function daemonSetReadiness(object: JsonObject, related: Related): Readiness {
  const stale = notSeenYet(object);
  if (stale !== undefined) return stale;
  const status = objectIn(object, 'status');
  const wanted = countAt(status, 'desiredNumberScheduled');
  if (wanted === 0)
    return { ready: false, reason: 'no node is to run its pods: see its node selector and tolerations' };
  const updated = countAt(status, 'updatedNumberScheduled');
  const ready = countAt(status, 'numberReady');
  if (updated === wanted && ready >= wanted) return { ready: true };
  if (updated < wanted && textAt(objectIn(object, 'spec', 'updateStrategy'), 'type') === 'OnDelete') {
    const reason = `${wanted - updated} pods are of an older state, and stay until somebody deletes them (OnDelete)`;
    return { ready: false, reason };
  }
  return waiting(Math.min(updated, ready), wanted, podsReason(object, related));
}

/** Ready when all pods are, and those that the partition lets through are of the newest state. */
export function statefulSetReadiness(object: JsonObject, related: Related): Readiness {
  const stale = notSeenYet(object);
  if (stale !== undefined) return stale;
  const wanted = countAt(objectIn(object, 'spec'), 'replicas', 1);
  const partition = countAt(objectIn(object, 'spec', 'updateStrategy', 'rollingUpdate'), 'partition');
  const status = objectIn(object, 'status');
  const toUpdate = Math.max(wanted - partition, 0);
  const ready = countAt(status, 'readyReplicas');
  if (countAt(status, 'updatedReplicas') >= toUpdate && ready >= wanted) return { ready: true };
  const why = podsReason(object, related);
  if (ready < wanted) return waiting(ready, wanted, why);
  return waiting(countAt(status, 'updatedReplicas'), toUpdate, why ?? 'older pods are being replaced');
}

/** The status is of an older state of the object: nothing in it counts. */
function notSeenYet(object: JsonObject): Readiness | undefined {
  const generation = countAt(objectIn(object, 'metadata'), 'generation');
  const observed = countAt(objectIn(object, 'status'), 'observedGeneration');
  return observed >= generation ? undefined : { ready: false, reason: 'its controller has not seen it yet' };
}

function waiting(ready: number, wanted: number, why: string | undefined): Readiness {
  const count = `${ready} of ${wanted} pods are ready`;
  return { ready: false, reason: why === undefined ? count : `${count}: ${why}` };
}

/** The controller numbers the states of a Deployment. */
function newestReplicaSet(object: JsonObject, related: Related): JsonObject | undefined {
  const sets = related.filter((one) => one.kind === 'ReplicaSet' && isOwnedBy(one, object));
  const revisionOf = (set: JsonObject) =>
    Number(textAt(objectIn(set, 'metadata', 'annotations'), 'deployment.kubernetes.io/revision') || 0);
  const last = Math.max(...sets.map(revisionOf));
  return newest(sets.filter((set) => revisionOf(set) === last));
}

/** Why the newest pod that is not ready is not; without pods, why none can be made. */
function podsReason(owner: JsonObject, related: Related): string | undefined {
  const pods = related.filter((one) => one.kind === 'Pod' && isOwnedBy(one, owner));
  const waitingPod = newest(pods.filter((pod) => conditionOf(pod, 'Ready')?.status !== 'True'));
  if (waitingPod !== undefined) return podReason(waitingPod, related);
  return pods.length === 0 ? warningOf(owner, related) : undefined;
}
