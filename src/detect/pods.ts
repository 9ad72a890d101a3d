import { isObject, objectIn, objectsIn, plainText, valueIn, type JsonObject } from '../json.ts';
import type { Path } from '../path.ts';
import type { Resource } from '../resources/index.ts';
import type { World } from './world.ts';

/** A Pod, or the template of some. */
export interface PodLike {
  readonly origin: Resource;
  /** Metadata and spec. */
  readonly value: JsonObject;
  /** Where it is in its object. */
  readonly base: Path;
}

const templates: Readonly<Record<string, readonly string[]>> = {
  ...{ Deployment: ['spec', 'template'], StatefulSet: ['spec', 'template'], DaemonSet: ['spec', 'template'] },
  ...{ Job: ['spec', 'template'], CronJob: ['spec', 'jobTemplate', 'spec', 'template'] },
};

/** The templates of all workloads. */
const templatesIn = (world: World): readonly PodLike[] =>
  Object.entries(templates).flatMap(([kind, base]) =>
    world.of(kind).flatMap((origin) => {
      const value = valueIn(origin.value, ...base);
      return isObject(value) ? [{ origin, value, base }] : [];
    }),
  );

/** The templates of all workloads, and the Pods that come from none of them. */
export function podsIn(world: World): readonly PodLike[] {
  const workloads = new Set(Object.keys(templates).flatMap((kind) => world.of(kind).map(keyOf)));
  const loose = world.of('Pod').filter((pod) => !ownersOf(pod).some((owner) => workloads.has(owner)));
  return [...templatesIn(world), ...loose.map((origin) => ({ origin, value: origin.value, base: [] }))];
}

/** Whether every Pod was given, or what they are made from. */
export const allPodsGiven = (world: World): boolean =>
  world.complete('Pod') || Object.keys(templates).every((kind) => world.complete(kind));

/** A container of a Pod, with where it is below the Pod. */
export interface PlacedContainer {
  readonly container: JsonObject;
  readonly path: Path;
}

export const containersOf = ({ value }: Pick<PodLike, 'value'>): readonly PlacedContainer[] =>
  ['containers', 'initContainers'].flatMap((list) =>
    objectsIn(value, 'spec', list).map((container, index) => ({ container, path: ['spec', list, index] })),
  );

/** The variables of a container that have a plain value, or one from elsewhere, which is empty here. */
export const variablesOf = (container: JsonObject): JsonObject =>
  Object.fromEntries(
    objectsIn(container, 'env').map(({ name, value }) => [plainText(name), plainText(value)]),
  );

const keyOf = ({ kind, namespace = '', name }: Pick<Resource, 'kind' | 'namespace' | 'name'>): string =>
  `${kind}/${namespace}/${name}`;

/** Pods of Deployments belong to ReplicaSets, whose names end in a hash. */
function ownersOf({ namespace, value }: Resource): readonly string[] {
  return objectsIn(objectIn(value, 'metadata'), 'ownerReferences').map(({ kind, name }) => {
    const owner = plainText(name);
    return kind === 'ReplicaSet'
      ? keyOf({ kind: 'Deployment', namespace, name: owner.replace(/-[^-]+$/, '') })
      : keyOf({ kind: plainText(kind), namespace, name: owner });
  });
}
