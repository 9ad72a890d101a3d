import { objectIn, plainText, valueIn, type JsonObject } from '../../json.ts';
import { timestamp, type Cluster } from '../cluster.ts';
import { builtIn } from '../kinds/catalogue.ts';
import { hashSuffix } from '../random-name.ts';
import { isEnding, nameOf, namespaceOf, uidOf } from '../store/metadata.ts';
import { updateObject } from '../write/update-object.ts';
import { containersOf, nodesFor } from './owned-pods.ts';
import type { Controller } from './pass.ts';
import { setStatus } from './set-status.ts';

const pods = builtIn('Pod');
const kubelet = 'kubelet';

/** Finds nodes for pods, and makes them ready after a while. No container runs. */
export const podController: Controller = ({ cluster, now, firstSeen, wakeAt }) => {
  const { readyDelay, neverReady } = cluster.settings;
  for (const pod of cluster.store.list(pods)) {
    if (isEnding(pod) || valueIn(pod, 'status', 'phase') !== 'Pending') continue;
    const bound = bind(cluster, pod);
    if (bound === undefined || neverReady({ namespace: namespaceOf(pod), name: nameOf(pod) })) continue;
    const due = firstSeen(uidOf(pod)) + readyDelay;
    if (now >= due) run(cluster, bound);
    else wakeAt(due);
  }
};

/** The pod on a node; undefined when no node takes it. */
function bind(cluster: Cluster, pod: JsonObject): JsonObject | undefined {
  const spec = objectIn(pod, 'spec');
  if (plainText(spec.nodeName) !== '') return pod;
  const [nodeName] = nodesFor(cluster, spec);
  if (nodeName === undefined) {
    const message = `0/${cluster.settings.nodes} nodes are available: their labels do not match the node selector.`;
    setUnschedulable(cluster, pod, message);
    return undefined;
  }
  const next = { ...pod, spec: { ...spec, nodeName } };
  return updateObject(cluster, pods, pod, next, { manager: 'kube-scheduler' });
}

function setUnschedulable(cluster: Cluster, pod: JsonObject, message: string): void {
  const { conditions } = objectIn(pod, 'status');
  if (conditions !== undefined) return;
  const condition = { type: 'PodScheduled', status: 'False', reason: 'Unschedulable', message };
  const status = {
    ...objectIn(pod, 'status'),
    conditions: [{ ...condition, lastTransitionTime: timestamp() }],
  };
  setStatus(cluster, pods, pod, status, 'kube-scheduler');
}

function run(cluster: Cluster, pod: JsonObject): void {
  const now = timestamp();
  const n = cluster.nextNumber('podIP');
  const podIP = `10.244.${Math.floor(n / 250)}.${1 + (n % 250)}`;
  const hostIP = '192.0.2.1';
  const types = ['PodReadyToStartContainers', 'Initialized', 'Ready', 'ContainersReady', 'PodScheduled'];
  const sidecars = containersOf(pod, 'initContainers').filter(
    ({ restartPolicy }) => restartPolicy === 'Always',
  );
  const states = (containers: readonly JsonObject[]): JsonObject[] =>
    containers.map((container) => runningState(pod, container, now));
  setStatus(
    cluster,
    pods,
    pod,
    {
      ...objectIn(pod, 'status'),
      phase: 'Running',
      conditions: types.map((type) => ({ type, status: 'True', lastTransitionTime: now })),
      ...{ hostIP, hostIPs: [{ ip: hostIP }], podIP, podIPs: [{ ip: podIP }], startTime: now },
      ...(sidecars.length > 0 && { initContainerStatuses: states(sidecars) }),
      containerStatuses: states(containersOf(pod)),
    },
    kubelet,
  );
}

function runningState(pod: JsonObject, { name, image }: JsonObject, startedAt: string): JsonObject {
  const [called, picture] = [plainText(name), plainText(image)];
  return {
    name: called,
    image: picture,
    imageID: picture,
    containerID: `sandbox://${hashSuffix(uidOf(pod) + called, 20)}`,
    ready: true,
    started: true,
    restartCount: 0,
    state: { running: { startedAt } },
    lastState: {},
  };
}
