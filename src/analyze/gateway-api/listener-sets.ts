import type { Mesh } from '../mesh.ts';
import { fullName, type MeshObject } from '../mesh-object.ts';
import { gatewaysByName, listenersIn, type GatewayModel, type Listener } from './listeners.ts';
import { admits } from './namespaces.ts';
import { isIstios, takesListenerSets } from './roles.ts';

/**
 * What becomes of a ListenerSet. `no-gateway`: the Gateway is not in the input; `foreign`: Istio does not answer for it;
 * `class`: its class has no ListenerSets; `denied`: it lets in none of this namespace; `undecided`: that depends on
 * labels of a Namespace that the input does not hold.
 */
export type ListenerSetState = 'joined' | 'no-gateway' | 'foreign' | 'class' | 'denied' | 'undecided';

export interface ListenerSetModel {
  readonly set: MeshObject<'ListenerSet'>;
  /** Namespace and name of the Gateway it names. */
  readonly parent: { readonly namespace: string; readonly name: string };
  readonly gateway: GatewayModel | undefined;
  readonly state: ListenerSetState;
  readonly listeners: readonly Listener[];
}

/** Every ListenerSet of the mesh, in the order of the input. */
export const listenerSetsOf = (mesh: Mesh): readonly ListenerSetModel[] =>
  mesh.of('ListenerSet').map((set) => modelOf(mesh, set));

/** The ListenerSets by `namespace/name`; of equal names the first. */
export const listenerSetsByName = (mesh: Mesh): ReadonlyMap<string, ListenerSetModel> =>
  new Map(
    mesh
      .derive(listenerSetsOf)
      .toReversed()
      .map((model) => [fullName(model.set), model]),
  );

function modelOf(mesh: Mesh, set: MeshObject<'ListenerSet'>): ListenerSetModel {
  const { parentRef: { kind = 'Gateway', name = '', namespace = set.namespace } = {} } = set.spec;
  const parent = { namespace, name };
  const gateway = kind === 'Gateway' ? mesh.derive(gatewaysByName).get(fullName(parent)) : undefined;
  const listeners = listenersIn(set, gateway?.role ?? 'gateway');
  return { set, parent, gateway, state: stateOf(mesh, set, gateway), listeners };
}

function stateOf(
  mesh: Mesh,
  { namespace }: MeshObject<'ListenerSet'>,
  model: GatewayModel | undefined,
): ListenerSetState {
  if (model === undefined) return 'no-gateway';
  if (!isIstios(model.role)) return 'foreign';
  if (!takesListenerSets(model.role)) return 'class';
  const { allowedListeners } = model.gateway.spec;
  const allowed = { from: 'None', ...allowedListeners?.namespaces };
  const admitted = admits(mesh, allowed, model.gateway.namespace, namespace);
  if (admitted === undefined) return 'undecided';
  return admitted ? 'joined' : 'denied';
}
