import type { Mesh, MeshObject } from '../analyze/index.ts';
import { backendsOf, hostnamesOf, routesOf, type Parent, type Route } from '../analyze/gateway-api/index.ts';
import type { RouteView } from './description.ts';
import { refOf } from './object-ref.ts';

/** The routes of Gateway API that lead to a Service, or are for its clients. */
export const kubernetesRoutesOf = (mesh: Mesh, service: MeshObject<'Service'>): readonly RouteView[] =>
  mesh.derive(routesOf).flatMap((route) => {
    const backends = backendsTo(mesh, route, service);
    const isParent = route.parents.some(
      ({ outcome }) => outcome.state === 'mesh' && outcome.target === service,
    );
    if (backends.length === 0 && !isParent) return [];
    return [
      {
        route: refOf(route.object),
        hostnames: hostnamesOf(route.object),
        parents: route.parents.map((parent) => ({ parent: parent.ref.label, state: stateOf(parent) })),
        backends,
      },
    ];
  });

const backendsTo = (
  mesh: Mesh,
  route: Route,
  { namespace, name }: MeshObject<'Service'>,
): RouteView['backends'] =>
  mesh
    .derive(backendsOf)
    .filter((backend) => backend.route === route && backend.group === '' && backend.kind === 'Service')
    .filter((backend) => backend.namespace === namespace && backend.name === name)
    .map(({ port, weight, isMirror }) => ({ port, weight, mirror: isMirror }));

/** What comes of a parent, in words. */
function stateOf({ outcome }: Parent): string {
  switch (outcome.state) {
    case 'listeners':
      return outcome.verdict === 'attached'
        ? `attached to ${outcome.attached.map(({ name }) => name).join(', ')}`
        : `not attached: ${denials[outcome.verdict]}`;
    case 'mesh':
      return 'for its clients in the mesh';
    default:
      return states[outcome.state];
  }
}

const states = {
  kind: 'a kind that takes no routes',
  missing: 'not found',
  foreign: 'not of Istio',
  remote: 'stands for another network',
  lost: 'part of no Gateway of Istio',
} as const;

const denials = {
  undecided: 'that depends on the labels of its Namespace',
  port: 'no listener with the port',
  section: 'no listener of the name',
  protocol: 'a listener of another protocol',
  hostname: 'no hostname in common',
  namespace: 'the listener does not admit its namespace',
  kind: 'the listener does not admit its kind',
} as const;
