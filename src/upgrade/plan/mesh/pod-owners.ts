import { groupBy } from '../../../group-by.ts';
import { objectIn, objectsIn, plainText, type JsonObject } from '../../../json.ts';
import { labelOf } from '../../../label-of.ts';
import type { InjectedPod } from '../../../revision/index.ts';
import { objectNamed, type UpgradeMesh } from './upgrade-mesh.ts';

/** Something that makes its Pods anew when it is restarted. */
export interface PodOwner {
  readonly kind: 'Deployment' | 'StatefulSet' | 'DaemonSet';
  readonly namespace: string;
  readonly name: string;
  readonly object: JsonObject;
  /** Those with a proxy. */
  readonly pods: readonly InjectedPod[];
}

/** Pods by who makes them. */
export interface OwnedPods {
  readonly owners: readonly PodOwner[];
  /** Pods that nobody makes anew in a way that meshctl knows. */
  readonly loose: readonly InjectedPod[];
}

/** Finds who makes Pods; owners are in the order of their first Pod. */
export function ownersOf(pods: readonly InjectedPod[], mesh: UpgradeMesh): OwnedPods {
  const known = pods.map((pod) => ({ pod, owner: ownerOf(pod, mesh) }));
  const owned = groupBy(
    known.filter(({ owner }) => owner !== undefined),
    ({ owner }) => `${owner?.kind ?? ''} ${owner?.name ?? ''}`,
  );
  return {
    owners: [...owned.values()].flatMap((some) => {
      const owner = some[0]?.owner;
      return owner === undefined ? [] : [{ ...owner, pods: some.map(({ pod }) => pod) }];
    }),
    loose: known.filter(({ owner }) => owner === undefined).map(({ pod }) => pod),
  };
}

const kinds = ['Deployment', 'StatefulSet', 'DaemonSet'] as const;

function ownerOf({ namespace, name }: InjectedPod, mesh: UpgradeMesh): Omit<PodOwner, 'pods'> | undefined {
  const pod = objectNamed(mesh, 'Pod', namespace, name);
  const controller = controllerOf(pod);
  const direct =
    controller.kind === 'ReplicaSet' ? deploymentOf(pod, controller.name, namespace, mesh) : controller;
  const kind = kinds.find((one) => one === direct.kind);
  const object = kind && objectNamed(mesh, kind, namespace, direct.name);
  return kind === undefined || object === undefined
    ? undefined
    : { kind, namespace, name: direct.name, object };
}

interface Controller {
  readonly kind: string;
  readonly name: string;
}

const none: Controller = { kind: '', name: '' };

function controllerOf(object: JsonObject | undefined): Controller {
  const references = objectsIn(object, 'metadata', 'ownerReferences');
  const controller = references.find((one) => one.controller === true);
  return controller === undefined
    ? none
    : { kind: plainText(controller.kind), name: plainText(controller.name) };
}

/** ReplicaSets may be missing among saved objects: a Deployment names them after itself and the hash of its template. */
function deploymentOf(
  pod: JsonObject | undefined,
  name: string,
  namespace: string,
  mesh: UpgradeMesh,
): Controller {
  const set = objectNamed(mesh, 'ReplicaSet', namespace, name);
  if (set !== undefined) return controllerOf(set);
  const hash = labelOf(pod, 'pod-template-hash');
  return hash !== '' && name.endsWith(`-${hash}`)
    ? { kind: 'Deployment', name: name.slice(0, -hash.length - 1) }
    : none;
}

/** The labels that an owner gives its Pods. */
export const templateLabels = (owner: JsonObject): JsonObject =>
  objectIn(owner, 'spec', 'template', 'metadata', 'labels');
