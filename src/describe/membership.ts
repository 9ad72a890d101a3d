import {
  membershipOf as placeInMesh,
  namespaceInjection,
  type Labels,
  type Mesh,
  type Workload,
} from '../analyze/index.ts';
import { waypointUsesOf } from '../analyze/gateway-api/index.ts';
import { given } from '../given.ts';
import type { Membership } from './description.ts';

/** How a workload takes part in the mesh, and by which proxies. */
export function membershipOf(mesh: Mesh, workload: Workload): Membership {
  const mode = modeOf(mesh, workload);
  return {
    mode,
    ...given({
      revision: mode === 'outside' ? undefined : revisionOf(mesh, workload),
      proxyVersion: proxyVersion(workload),
      waypoint: mode === 'ambient' ? waypointOf(mesh, 'workload', workload) : undefined,
    }),
  };
}

/** The waypoint that requests to a Service or workload pass; its own label counts before that of its namespace. */
export function waypointOf(
  mesh: Mesh,
  target: 'service' | 'workload',
  { object, namespace, labels }: Pick<Workload, 'object' | 'namespace' | 'labels'>,
): string | undefined {
  if (labels['istio.io/use-waypoint'] === 'none') return undefined;
  const uses = mesh.derive(waypointUsesOf).filter(({ label }) => label === 'istio.io/use-waypoint');
  const use =
    uses.find((each) => each.object === object) ??
    uses.find((each) => each.target === 'namespace' && each.object.name === namespace);
  if (use === undefined) return undefined;
  const type = use.trafficType;
  const takes = use.model === undefined || type === 'all' || type === target;
  return takes ? `${use.namespace}/${use.name}` : undefined;
}

/** The label that istiod puts on the Pods of a Gateway of Gateway API. */
export const gatewayNameLabel = 'gateway.networking.k8s.io/gateway-name';

function modeOf(mesh: Mesh, workload: Workload): Membership['mode'] {
  const { labels, annotations } = workload;
  if (labels['gateway.istio.io/managed'] === 'istio.io-mesh-controller') return 'waypoint';
  const managed = (labels[gatewayNameLabel] ?? '') !== '';
  const template = (annotations['inject.istio.io/templates'] ?? '').split(',').includes('gateway');
  if (managed || template || isOnlyProxy(mesh, workload)) return 'gateway';
  return placeInMesh(mesh, workload);
}

/** A proxy without an application that a Gateway selects. */
function isOnlyProxy(mesh: Mesh, { pod, labels, namespace }: Workload): boolean {
  const containers = pod?.containers ?? [];
  if (containers.length === 0 || containers.some(({ name }) => name !== 'istio-proxy')) return false;
  return mesh.of('Gateway').some(({ spec: { selector = {} } }) => {
    const pairs = Object.entries(selector);
    return pairs.length > 0 && pairs.every(([name, value]) => labels[name] === value) && namespace !== '';
  });
}

/** Of the Pod as it runs, of its labels, or of its namespace. */
function revisionOf(mesh: Mesh, { labels, annotations, namespace }: Workload): string | undefined {
  const written = annotations['istio.io/rev'] ?? labels['istio.io/rev'] ?? injected(annotations);
  if (written !== undefined && written !== '') return written;
  const home = namespaceInjection(mesh, namespace);
  return typeof home === 'object' ? home.revision : undefined;
}

/** What the injector left on the Pod. */
function injected(annotations: Labels): string | undefined {
  const status = annotations['sidecar.istio.io/status'] ?? '';
  return /"revision":\s*"([^"]+)"/.exec(status)?.[1];
}

function proxyVersion({ pod }: Workload): string | undefined {
  const containers = [...(pod?.initContainers ?? []), ...(pod?.containers ?? [])];
  const image = containers.find(({ name }) => name === 'istio-proxy')?.image ?? '';
  return /:([^:/@]+)(?:@.*)?$/.exec(image)?.[1];
}
