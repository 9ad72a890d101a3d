import type { Mesh } from '../mesh.ts';
import { fullName, type MeshObject } from '../mesh-object.ts';
import { attachmentOf, type Attachment } from './attachment.ts';
import { gatewaysByName, type GatewayModel } from './listeners.ts';
import { listenerSetsByName, type ListenerSetModel } from './listener-sets.ts';
import { isAnsweredByOthers, parentRefsOf, type ParentRef, type RouteObject } from './parents.ts';
import { isIstios } from './roles.ts';

/** What comes of one parent of a route. */
export type ParentState =
  /** A kind that no route can be attached to. */
  | { readonly state: 'kind' }
  /** It is not in the input. */
  | { readonly state: 'missing' }
  /** Another controller answers for it, or nobody. */
  | { readonly state: 'foreign' }
  /** A Gateway that only marks the gateway of another network. */
  | { readonly state: 'remote' }
  /** A ListenerSet that is not part of any Gateway of Istio. */
  | { readonly state: 'lost'; readonly set: ListenerSetModel }
  /** A Service or ServiceEntry: the route is for its clients in the mesh. */
  | { readonly state: 'mesh'; readonly target: MeshObject<'Service'> | MeshObject<'ServiceEntry'> }
  | ({ readonly state: 'listeners' } & Attachment);

export interface Parent {
  readonly ref: ParentRef;
  readonly outcome: ParentState;
}

/** A route and what it is attached to. */
export interface Route {
  readonly object: RouteObject;
  readonly parents: readonly Parent[];
  /** Whether all parents are Services or ServiceEntries. */
  readonly isMeshOnly: boolean;
}

/** Every route of the kinds that Istio acts on: `mesh.derive(routesOf)`. */
export function routesOf(mesh: Mesh): readonly Route[] {
  const objects: readonly RouteObject[] = [
    ...mesh.of('HTTPRoute'),
    ...mesh.of('GRPCRoute'),
    ...mesh.of('TLSRoute'),
    ...mesh.of('TCPRoute'),
  ];
  return objects.map((object) => {
    const parents = parentRefsOf(object).map((ref) => ({ ref, outcome: outcomeOf(mesh, object, ref) }));
    const isMeshOnly = parents.length > 0 && parents.every(({ ref }) => isOfMesh(ref));
    return { object, parents, isMeshOnly };
  });
}

/** Whether a parent is a Service or ServiceEntry. */
export const isOfMesh = ({ kind }: ParentRef): boolean => kind === 'Service' || kind === 'ServiceEntry';

function outcomeOf(mesh: Mesh, route: RouteObject, ref: ParentRef): ParentState {
  if (isAnsweredByOthers(route, ref)) return { state: 'foreign' };
  const { kind, namespace, name } = ref;
  if (kind === 'other') return { state: 'kind' };
  if (kind === 'Service' || kind === 'ServiceEntry') {
    const target =
      kind === 'Service' ? mesh.find('Service', namespace, name) : mesh.find('ServiceEntry', namespace, name);
    return target === undefined ? { state: 'missing' } : { state: 'mesh', target };
  }
  return kind === 'Gateway'
    ? atGateway(mesh, route, ref, mesh.derive(gatewaysByName).get(fullName(ref)))
    : atListenerSet(mesh, route, ref, mesh.derive(listenerSetsByName).get(fullName(ref)));
}

function atGateway(
  mesh: Mesh,
  route: RouteObject,
  ref: ParentRef,
  model: GatewayModel | undefined,
): ParentState {
  if (model === undefined) return { state: 'missing' };
  if (!isIstios(model.role)) return { state: 'foreign' };
  if (model.role === 'remote') return { state: 'remote' };
  return { state: 'listeners', ...attachmentOf(mesh, route, ref, model.listeners) };
}

function atListenerSet(
  mesh: Mesh,
  route: RouteObject,
  ref: ParentRef,
  set: ListenerSetModel | undefined,
): ParentState {
  if (set === undefined) return { state: 'missing' };
  if (set.state === 'foreign') return { state: 'foreign' };
  if (set.state === 'class' || set.state === 'denied') return { state: 'lost', set };
  return { state: 'listeners', ...attachmentOf(mesh, route, ref, set.listeners) };
}
