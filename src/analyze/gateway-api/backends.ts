import type { Mesh } from '../mesh.ts';
import { isGranted, type GrantSource } from './grants.ts';
import { backendRefsOf, type BackendRef } from './backend-refs.ts';
import type { RouteObject } from './parents.ts';
import { routesOf, type Route } from './routes.ts';

/**
 * What is wrong with a backend. `name-is-hostname`, `namespace` and `port-missing` cost the whole route, the others only
 * the requests of this backend. `undecided-*`: it may be in the cluster.
 */
export type BackendFault =
  | 'kind'
  | 'not-permitted'
  | 'undecided-grant'
  | 'name-is-hostname'
  | 'namespace-on-hostname'
  | 'port-missing'
  | 'not-found'
  | 'undecided'
  | 'port';

/** A place where a route sends requests, or copies of them. */
export interface Backend extends BackendRef {
  readonly route: Route;
  /** The first thing that is wrong with it. */
  readonly fault: BackendFault | undefined;
  readonly ports: readonly number[];
}

/** Every backend of every route: `mesh.derive(backendsOf)`. */
export const backendsOf = (mesh: Mesh): readonly Backend[] =>
  mesh.derive(routesOf).flatMap((route) =>
    backendRefsOf(route.object).map((ref) => {
      const ports = portsOf(mesh, ref);
      return { ...ref, route, ports: ports ?? [], fault: faultOf(mesh, route, ref, ports) };
    }),
  );

const knownKinds: ReadonlySet<string> = new Set([
  '/Service',
  'networking.istio.io/Hostname',
  'multicluster.x-k8s.io/ServiceImport',
  'inference.networking.k8s.io/InferencePool',
]);

function faultOf(
  mesh: Mesh,
  route: Route,
  ref: BackendRef,
  ports: readonly number[] | undefined,
): BackendFault | undefined {
  const granted = route.isMeshOnly || isGranted(mesh, sourceOf(route.object), ref);
  return (
    kindFault(ref) ??
    (granted === false ? 'not-permitted' : undefined) ??
    formFault(ref) ??
    (granted === undefined ? 'undecided-grant' : undefined) ??
    targetFault(mesh, ref, ports)
  );
}

function kindFault({ group, kind, writtenNamespace }: BackendRef): BackendFault | undefined {
  if (!knownKinds.has(`${group}/${kind}`)) return 'kind';
  return kind === 'Hostname' && writtenNamespace ? 'namespace-on-hostname' : undefined;
}

function formFault({ kind, name, port }: BackendRef): BackendFault | undefined {
  if ((kind === 'Service' || kind === 'ServiceImport') && name.includes('.')) return 'name-is-hostname';
  return port === 0 && kind !== 'InferencePool' ? 'port-missing' : undefined;
}

function targetFault(
  mesh: Mesh,
  ref: BackendRef,
  ports: readonly number[] | undefined,
): BackendFault | undefined {
  if (ports === undefined) return isGiven(mesh, ref) ? 'not-found' : 'undecided';
  return ports.length === 0 || ports.includes(ref.port) ? undefined : 'port';
}

const sourceOf = ({ kind, namespace }: RouteObject): GrantSource => ({
  ...{ group: 'gateway.networking.k8s.io', kind, namespace },
});

/** The ports of a backend, none where they are not known; undefined when the input does not hold it. */
function portsOf(mesh: Mesh, { kind, name, namespace }: BackendRef): readonly number[] | undefined {
  if (kind === 'InferencePool') return mesh.find('InferencePool', namespace, name) && [];
  if (kind === 'ServiceImport') return mesh.find('ServiceImport', namespace, name) && [];
  const hosts =
    kind === 'Hostname'
      ? mesh.hosts.lookup(namespace, [], name)
      : mesh.hosts.named(`${name}.${namespace}.svc.cluster.local`);
  return hosts.length === 0 ? undefined : hosts.flatMap(({ ports }) => ports.map((port) => port.number));
}

const clusterHost = /^[^.]+\.([^.]+)\.svc\.cluster\.local$/;

function isGiven(mesh: Mesh, { kind, name, namespace }: BackendRef): boolean {
  if (kind === 'Service') return mesh.isGiven(namespace);
  if (kind === 'InferencePool' || kind === 'ServiceImport') return mesh.isKnown(kind, namespace);
  const [, home] = clusterHost.exec(name) ?? [];
  return home === undefined ? mesh.settings.assume === 'complete' : mesh.isGiven(home);
}
