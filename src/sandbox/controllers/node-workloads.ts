import { objectIn, type JsonObject } from '../../json.ts';
import { builtIn } from '../kinds/catalogue.ts';
import { isReady } from '../mesh/find-injector.ts';
import { isEnding, metadataOf, nameOf } from '../store/metadata.ts';
import {
  deletePod,
  fitPods,
  nodesFor,
  podsOf,
  revisionOf,
  templateOf,
  type OwnedPods,
} from './owned-pods.ts';
import type { Controller, Pass } from './pass.ts';
import { setStatus } from './set-status.ts';
import { templateHash } from './template-hash.ts';

const daemonSets = builtIn('DaemonSet');
const statefulSets = builtIn('StatefulSet');

/** One pod on each node that fits. */
export const daemonSetController: Controller = (pass) => {
  for (const set of pass.cluster.store.list(daemonSets)) {
    if (isEnding(set)) continue;
    const nodes = nodesFor(pass.cluster, objectIn(templateOf(set), 'spec'));
    const { owned, hash } = fit(
      pass,
      set,
      nodes.length,
      (index) => `${nameOf(set)}-${nodeSuffix(nodes, index)}`,
    );
    const updated = owned.pods.filter((pod) => revisionOf(pod) === hash).length;
    const missing = nodes.length - owned.ready;
    setStatus(pass.cluster, daemonSets, set, {
      observedGeneration: metadataOf(set).generation ?? 1,
      desiredNumberScheduled: nodes.length,
      currentNumberScheduled: owned.pods.length,
      numberMisscheduled: 0,
      numberReady: owned.ready,
      ...(updated > 0 && { updatedNumberScheduled: updated }),
      ...(owned.ready > 0 && { numberAvailable: owned.ready }),
      ...(missing > 0 && { numberUnavailable: missing }),
    });
  }
};

/** Pods with numbers. */
export const statefulSetController: Controller = (pass) => {
  for (const set of pass.cluster.store.list(statefulSets)) {
    if (isEnding(set)) continue;
    const wanted = Number(objectIn(set, 'spec').replicas ?? 1);
    const { owned, hash } = fit(pass, set, wanted, (index) => `${nameOf(set)}-${index}`);
    const updated = owned.pods.filter((pod) => revisionOf(pod) === hash).length;
    const revision = `${nameOf(set)}-${hash}`;
    setStatus(pass.cluster, statefulSets, set, {
      observedGeneration: metadataOf(set).generation ?? 1,
      replicas: owned.pods.length,
      ...(owned.ready > 0 && { readyReplicas: owned.ready }),
      availableReplicas: owned.ready,
      ...(updated > 0 && { currentReplicas: updated, updatedReplicas: updated }),
      currentRevision: revision,
      updateRevision: revision,
      collisionCount: 0,
    });
  }
};

interface Fitted {
  readonly owned: OwnedPods;
  readonly hash: string;
}

/** Replaces pods of an older template, one that is ready at a time. */
function fit({ cluster }: Pass, set: JsonObject, count: number, name: (index: number) => string): Fitted {
  const template = templateOf(set);
  const hash = templateHash(template);
  const there = podsOf(cluster, set);
  const old = there.filter((pod) => revisionOf(pod) !== hash);
  const [next] = there.every(isReady) ? old : old.filter((pod) => !isReady(pod));
  if (next !== undefined && !waitsForDeletion(set)) deletePod(cluster, next);
  const labels = { 'controller-revision-hash': hash };
  return { owned: fitPods(cluster, set, { count, template, labels, name }), hash };
}

const waitsForDeletion = (set: JsonObject): boolean =>
  objectIn(set, 'spec', 'updateStrategy').type === 'OnDelete';

/** Each node has its own pod: its name tells them apart. */
const nodeSuffix = (nodes: readonly string[], index: number): string =>
  templateHash(nodes[index] ?? '').slice(0, 5);
