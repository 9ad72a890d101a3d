import { objectIn, objectsIn, plainText, valueIn, type JsonObject } from '../json.ts';
import type { Pod } from '../kube/index.ts';

/** What a pod does in the mesh. */
export type MeshRole = 'istiod' | 'ztunnel' | 'proxy' | 'cni';

/** A container of a pod, as its status has it. */
export interface PodContainer {
  readonly name: string;
  /** Whether an earlier run of it has ended, whose log may still be there. */
  readonly restarted: boolean;
}

/** The pod that an object is. */
export function podOf(object: JsonObject): Pod {
  const { name, namespace } = objectIn(object, 'metadata');
  return { name: plainText(name), namespace: plainText(namespace), object };
}

/** Undefined for a pod that is not part of the mesh. */
export function roleOf({ object }: Pod): MeshRole | undefined {
  const labels = objectIn(object, 'metadata', 'labels');
  if (labels.app === 'istiod') return 'istiod';
  if (labels.app === 'ztunnel') return 'ztunnel';
  if (labels['k8s-app'] === 'istio-cni-node') return 'cni';
  return containersIn(object).includes('istio-proxy') ? 'proxy' : undefined;
}

export const isRunning = ({ object }: Pod): boolean => valueIn(object, 'status', 'phase') === 'Running';

/** The containers of the mesh in a pod of some role, whose logs are of use. */
export function meshContainers({ object }: Pod, role: MeshRole): readonly PodContainer[] {
  const names = containersIn(object).filter((name) => role !== 'proxy' || proxyContainers.has(name));
  const statuses = [
    ...objectsIn(object, 'status', 'containerStatuses'),
    ...objectsIn(object, 'status', 'initContainerStatuses'),
  ];
  return names.map((name) => {
    const status = statuses.find((one) => one.name === name);
    return { name, restarted: Number(status?.restartCount ?? 0) > 0 };
  });
}

const proxyContainers = new Set(['istio-proxy', 'istio-init', 'istio-validation']);

const containersIn = (object: JsonObject): readonly string[] =>
  [...objectsIn(object, 'spec', 'initContainers'), ...objectsIn(object, 'spec', 'containers')].map(
    ({ name }) => plainText(name),
  );
