import type { Container, PodSpec } from '../../kubernetes-shapes.ts';
import type { MeshObject } from '../../mesh-object.ts';

/** A container `istio-proxy` with an image. */
export interface ProxyContainer {
  readonly list: 'containers' | 'initContainers';
  readonly index: number;
  readonly image: string;
}

/** The proxies among the containers of a Pod; those that run beside the others first. */
export function proxiesOf({ containers, initContainers }: PodSpec): readonly ProxyContainer[] {
  return [...listed('containers', containers), ...listed('initContainers', initContainers)];
}

const listed = (list: ProxyContainer['list'], containers: readonly Container[] = []): ProxyContainer[] =>
  containers.flatMap(({ name, image = '' }, index) =>
    name === 'istio-proxy' && image !== '' ? [{ list, index, image }] : [],
  );

/** Whether a Pod comes from a cluster, where the injector has seen it; one from a file is still to be injected. */
export function isRunning({ resource: { value } }: MeshObject): boolean {
  const { metadata, status } = value;
  const created = typeof metadata === 'object' && metadata !== null && 'uid' in metadata;
  return created || (typeof status === 'object' && status !== null && 'phase' in status);
}
