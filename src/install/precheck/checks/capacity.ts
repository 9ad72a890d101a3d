import { objectIn, objectsIn, plainText, valueIn, type Json, type JsonObject } from '../../../json.ts';
import { groupBy } from '../../../group-by.ts';
import { amount } from '../amount.ts';
import type { PrecheckFacts } from '../precheck-facts.ts';
import type { PrecheckOptions } from '../precheck-options.ts';
import type { PrecheckFinding } from '../precheck-report.ts';
import { isKind } from '../../is-kind.ts';

/** In cores and bytes. */
interface Room {
  readonly cpu: number;
  readonly memory: number;
}

/** Whether nodes have room for what is to be installed; undefined when they or their pods could not be read. */
export function capacityFindings(
  { nodes, pods }: Pick<PrecheckFacts, 'nodes' | 'pods'>,
  { objects = [] }: Pick<PrecheckOptions, 'objects'>,
): readonly PrecheckFinding[] | undefined {
  if (nodes === undefined || pods === undefined) return undefined;
  const open = nodes.filter(takesPods);
  const running = groupBy(
    pods.filter((pod) => !hasEnded(pod)),
    (pod) => plainText(objectIn(pod, 'spec').nodeName),
  );
  const free = open.map((node) =>
    freeOn(node, running.get(plainText(objectIn(node, 'metadata').name)) ?? []),
  );
  const wanted = objects.flatMap((object) => copiesOf(object, open.length));
  const biggest = wanted.find(
    (pod) => !free.some((room) => room.cpu >= pod.cpu && room.memory >= pod.memory),
  );
  if (biggest !== undefined)
    return [
      lacks(
        `no node has room for a pod that asks for ${sizeOf(biggest)}: ${
          open.length === 0 ? 'none takes pods' : `the most that is free on one is ${sizeOf(most(free))}`
        }`,
      ),
    ];
  const [need, have] = [sum(wanted), sum(free)];
  if (need.cpu <= have.cpu && need.memory <= have.memory) return [];
  return [lacks(`what is installed asks for ${sizeOf(need)}, and ${sizeOf(have)} is free on all nodes`)];
}

const lacks = (message: string): PrecheckFinding => ({
  ...{ code: 'MSH0311', severity: 'warning', origin: 'Cluster' },
  message,
  hint: 'add nodes, let the cluster do so, or ask for less with values.pilot.resources',
});

function takesPods(node: JsonObject): boolean {
  const isReady = objectsIn(node, 'status', 'conditions').some(
    ({ type, status }) => type === 'Ready' && status === 'True',
  );
  const repels = objectsIn(node, 'spec', 'taints').some(({ effect }) =>
    ['NoSchedule', 'NoExecute'].includes(plainText(effect)),
  );
  return isReady && !repels && objectIn(node, 'spec').unschedulable !== true;
}

function freeOn(node: JsonObject, pods: readonly JsonObject[]): Room {
  const all = roomOf(objectIn(node, 'status', 'allocatable'));
  const used = sum(pods.map((pod) => requestsOf(valueIn(pod, 'spec'))));
  return { cpu: all.cpu - used.cpu, memory: all.memory - used.memory };
}

const hasEnded = (pod: JsonObject): boolean =>
  ['Succeeded', 'Failed'].includes(plainText(objectIn(pod, 'status').phase));

/** The pods of a workload: a DaemonSet has one on each node. */
function copiesOf(object: JsonObject, nodes: number): readonly Room[] {
  const isDeployment = isKind(object, 'apps', 'Deployment');
  if (!isDeployment && !isKind(object, 'apps', 'DaemonSet')) return [];
  const replicas = objectIn(object, 'spec').replicas;
  const count = isDeployment ? (typeof replicas === 'number' ? replicas : 1) : nodes;
  return Array.from({ length: count }, () => requestsOf(valueIn(object, 'spec', 'template', 'spec')));
}

/** Of containers and of init containers that go on running; others are done before those start. */
function requestsOf(pod: Json | undefined): Room {
  const running = [
    ...objectsIn(pod, 'containers'),
    ...objectsIn(pod, 'initContainers').filter(({ restartPolicy }) => restartPolicy === 'Always'),
  ];
  return sum(running.map((container) => roomOf(objectIn(container, 'resources', 'requests'))));
}

const roomOf = ({ cpu, memory }: JsonObject): Room => ({ cpu: amount(cpu), memory: amount(memory) });

const sum = (rooms: readonly Room[]): Room => ({
  cpu: rooms.reduce((total, { cpu }) => total + cpu, 0),
  memory: rooms.reduce((total, { memory }) => total + memory, 0),
});

const most = (rooms: readonly Room[]): Room => ({
  cpu: Math.max(...rooms.map(({ cpu }) => cpu)),
  memory: Math.max(...rooms.map(({ memory }) => memory)),
});

const sizeOf = ({ cpu, memory }: Room): string =>
  `${Math.round(cpu * 1000)}m of CPU and ${Math.round(memory / 2 ** 20)}Mi of memory`;
