import type { Path } from '../../../path.ts';
import { gatewaysOf, isIstios, routesOf, type Route, type RouteObject } from '../../gateway-api/index.ts';
import type { Mesh } from '../../mesh.ts';
import type { MeshObject } from '../../mesh-object.ts';
import { defineRule } from '../../rule.ts';

/** What the API server takes and Istio passes over. */
export const fieldIgnored = defineRule<{ field: string; reason: string }>({
  slug: 'k8sroute/field-ignored',
  code: 'MSH0217',
  severity: 'warning',
  summary: 'Istio acts on all that an object of Gateway API says.',
  kinds: [
    'HTTPRoute',
    'GRPCRoute',
    'TLSRoute',
    'TCPRoute',
    'UDPRoute',
    'KubernetesGateway',
    'XBackendTrafficPolicy',
    'XMesh',
    'XBackend',
  ],
  message: ({ field, reason }) => `Istio passes over ${field}: ${reason}`,
  check(mesh, report) {
    for (const { object, path, field, reason } of ignored(mesh)) report(object, path, { field, reason });
  },
});

interface Ignored {
  readonly object: MeshObject;
  readonly path: Path;
  readonly field: string;
  readonly reason: string;
}

const noSessions = 'it has no session persistence for routes; a DestinationRule has (consistentHash)';

function* ignored(mesh: Mesh): Generator<Ignored> {
  for (const object of [...mesh.of('UDPRoute'), ...mesh.of('XMesh'), ...mesh.of('XBackend')])
    yield {
      object,
      path: ['kind'],
      field: `objects of kind ${object.kind}`,
      reason: 'it does not know them',
    };
  for (const object of mesh.of('XBackendTrafficPolicy')) {
    if (object.spec.sessionPersistence !== undefined)
      yield { object, path: ['spec', 'sessionPersistence'], field: 'sessionPersistence', reason: noSessions };
  }
  for (const { gateway, role } of mesh.derive(gatewaysOf)) {
    if (!isIstios(role) || gateway.spec.tls?.backend?.clientCertificateRef === undefined) continue;
    const path = ['spec', 'tls', 'backend', 'clientCertificateRef'];
    const reason = 'gateways present no certificate to backends because of it; a DestinationRule can';
    yield { object: gateway, path, field: 'clientCertificateRef', reason };
  }
  for (const route of mesh.derive(routesOf)) yield* inRoute(route);
}

function* inRoute(route: Route): Generator<Ignored> {
  const { object, parents, isMeshOnly } = route;
  yield* sessionsOf(object);
  if (!isMeshOnly) return;
  const reason = 'a route for Services goes by their names and ports';
  if ('hostnames' in object.spec && (object.spec.hostnames ?? []).length > 0)
    yield { object, path: ['spec', 'hostnames'], field: 'hostnames', reason };
  for (const { ref } of parents) {
    if (ref.sectionName !== '')
      yield { object, path: [...ref.path, 'sectionName'], field: 'sectionName', reason };
  }
}

function* sessionsOf(object: RouteObject): Generator<Ignored> {
  if (object.kind !== 'HTTPRoute' && object.kind !== 'GRPCRoute') return;
  for (const [index, rule] of (object.spec.rules ?? []).entries()) {
    if (rule.sessionPersistence === undefined) continue;
    const path = ['spec', 'rules', index, 'sessionPersistence'];
    yield { object, path, field: 'sessionPersistence', reason: noSessions };
  }
}
