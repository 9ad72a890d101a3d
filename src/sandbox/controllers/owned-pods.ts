import { objectIn, objectsIn, plainText, type JsonObject } from '../../json.ts';
import type { Cluster } from '../cluster.ts';
import { builtIn } from '../kinds/catalogue.ts';
import { isReady } from '../mesh/find-injector.ts';
import { Refusal } from '../refusal.ts';
import { compareText } from '../../compare-text.ts';
import { isEnding, labelsOf, nameOf, namespaceOf, uidOf, withMetadata } from '../store/metadata.ts';
import { createObject } from '../write/create-object.ts';
import { deleteObject } from '../write/delete-object.ts';
import { ownerReference } from './owner-reference.ts';
import { recordFailure } from './record-failure.ts';
import { controllerManager } from './set-status.ts';

const pods = builtIn('Pod');
const nodes = builtIn('Node');

/** What an owner wants of its pods. */
export interface WantedPods {
  readonly count: number;
  readonly template: JsonObject;
  readonly labels?: JsonObject;
  /** The name of the nth pod. */
  readonly name: (index: number) => string;
}

export interface OwnedPods {
  readonly pods: readonly JsonObject[];
  readonly ready: number;
  /** Why there are not as many as wanted. */
  readonly failure?: string;
}

/** The pods of an owner that do not end, by name. */
export function podsOf({ store }: Cluster, owner: JsonObject): readonly JsonObject[] {
  return store
    .dependents(uidOf(owner))
    .map(({ object }) => object)
    .filter((object) => object.kind === 'Pod' && !isEnding(object))
    .sort((a, b) => compareText(nameOf(a), nameOf(b)));
}

/** Makes pods that are missing, and deletes those that are too many, the ones that are not ready first. */
export function fitPods(cluster: Cluster, owner: JsonObject, wanted: WantedPods): OwnedPods {
  const there = podsOf(cluster, owner);
  if (there.length > wanted.count) trim(cluster, there, wanted.count);
  const failure = grow(cluster, owner, wanted, there);
  const left = podsOf(cluster, owner);
  return {
    pods: left,
    ready: left.filter(isReady).length,
    ...(failure !== undefined && { failure }),
  };
}

function trim(cluster: Cluster, there: readonly JsonObject[], count: number): void {
  const last = [...there].sort((a, b) => Number(isReady(b)) - Number(isReady(a)));
  for (const pod of last.slice(count)) deletePod(cluster, pod);
}

export const deletePod = (cluster: Cluster, pod: JsonObject): void => {
  deleteObject(cluster, pods, pod, {});
};

function grow(
  cluster: Cluster,
  owner: JsonObject,
  wanted: WantedPods,
  there: readonly JsonObject[],
): string | undefined {
  const taken = new Set(there.map(nameOf));
  for (let index = 0; taken.size < wanted.count && index < 10_000; index += 1) {
    const name = wanted.name(index);
    if (taken.has(name)) continue;
    const failure = makePod(cluster, owner, wanted, name, index);
    if (failure !== undefined) return failure;
    taken.add(name);
  }
  return undefined;
}

function makePod(
  cluster: Cluster,
  owner: JsonObject,
  { template, labels }: WantedPods,
  name: string,
  index: number,
): string | undefined {
  const spec = objectIn(template, 'spec');
  const pod = withMetadata(
    { metadata: objectIn(template, 'metadata'), spec: { ...spec, nodeName: nodeFor(cluster, spec, index) } },
    {
      name,
      namespace: namespaceOf(owner),
      labels: { ...labelsOf(template), ...labels },
      ownerReferences: [ownerReference(owner)],
    },
  );
  try {
    createObject(cluster, pods, pod, { manager: controllerManager });
    return undefined;
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    recordFailure(cluster, owner, `Error creating: ${error.message}`);
    return error.message;
  }
}

/** The nodes that a pod may run on. */
export function nodesFor({ store }: Cluster, spec: JsonObject): readonly string[] {
  const wanted = Object.entries(objectIn(spec, 'nodeSelector'));
  return store
    .list(nodes)
    .filter((node) => wanted.every(([key, value]) => labelsOf(node)[key] === value))
    .map(nameOf);
}

function nodeFor(cluster: Cluster, spec: JsonObject, index: number): string {
  const fit = nodesFor(cluster, spec);
  return fit[index % fit.length] ?? '';
}

/** The revision of a template that a pod of a DaemonSet or StatefulSet was made from. */
export const revisionOf = (pod: JsonObject): string => plainText(labelsOf(pod)['controller-revision-hash']);

/** The template of a workload. */
export const templateOf = (workload: JsonObject): JsonObject => objectIn(workload, 'spec', 'template');

/** The containers of a pod, or those that come before them. */
export const containersOf = (pod: JsonObject, key = 'containers'): readonly JsonObject[] =>
  objectsIn(pod, 'spec', key);
