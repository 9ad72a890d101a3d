import { groupBy } from '../../../group-by.ts';
import { gatewaysOf, routesOf, servedListeners, type Listener } from '../../gateway-api/index.ts';
import type { Mesh } from '../../mesh.ts';
import type { MeshObject } from '../../mesh-object.ts';
import { defineRule } from '../../rule.ts';

/** The same as for Gateways of Istio: a port without TLS is for redirects. */
export const listenerPlaintext = defineRule<{ port: number; route: string }>({
  slug: 'hardening/listener-plaintext',
  code: 'MSH0405',
  severity: 'warning',
  summary: 'HTTP listeners of a Gateway of Gateway API only redirect to HTTPS.',
  hint: 'Attach the route to an HTTPS listener by `sectionName`, and to this one a route that redirects.',
  kinds: ['KubernetesGateway', 'ListenerSet', 'GatewayClass', 'HTTPRoute', 'GRPCRoute', 'Namespace'],
  optIn: true,
  message: ({ port, route }) => `port ${port} serves the requests of ${route} without TLS`,
  check(mesh, report) {
    const inside = new Set<object>(
      mesh
        .derive(gatewaysOf)
        .filter(isForCluster)
        .map(({ gateway }) => gateway),
    );
    for (const [listener, routes] of groupBy(attached(mesh), ([held]) => held)) {
      if (inside.has(listener.owner)) continue;
      const serving = routes.map(([, route]) => route).find((route) => !onlyRedirects(route));
      if (serving === undefined) continue;
      const { kind, name } = serving;
      const related = [{ object: serving, path: ['spec', 'parentRefs'], message: 'the route' }];
      const args = { port: listener.port, route: `${kind} ${name}` };
      report(listener.owner, [...listener.path, 'protocol'], args, { related });
    }
  },
});

type WebRoute = MeshObject<'HTTPRoute'> | MeshObject<'GRPCRoute'>;

/** Plain listeners with the routes that they serve. */
const attached = (mesh: Mesh): readonly (readonly [Listener, WebRoute])[] => {
  const plain = new Map(
    mesh
      .derive(servedListeners)
      .filter(({ protocol }) => protocol === 'HTTP')
      .map((listener) => [keyOf(listener), listener]),
  );
  return mesh.derive(routesOf).flatMap(({ object, parents }) => {
    if (object.kind !== 'HTTPRoute' && object.kind !== 'GRPCRoute') return [];
    return parents
      .flatMap(({ outcome }) => (outcome.state === 'listeners' ? outcome.attached : []))
      .flatMap((listener) => plain.get(keyOf(listener)) ?? [])
      .map((listener) => [listener, object] as const);
  });
};

const keyOf = ({ owner: { kind, namespace, name }, path }: Listener): string =>
  [kind, namespace, name, ...path].join(' ');

const onlyRedirects = (route: WebRoute): boolean =>
  route.kind === 'HTTPRoute' &&
  (route.spec.rules ?? []).every(({ filters = [] }) =>
    filters.some(({ requestRedirect }) => requestRedirect?.scheme === 'https'),
  );

/** Waypoints, gateways between networks, and what is said to have an address in the cluster only. */
const isForCluster = ({
  gateway: { annotations },
  role,
}: {
  readonly gateway: MeshObject<'KubernetesGateway'>;
  readonly role: string;
}): boolean =>
  (role !== 'gateway' && role !== 'agentgateway') ||
  annotations['networking.istio.io/service-type'] === 'ClusterIP';
