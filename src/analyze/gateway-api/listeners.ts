import type { Path } from '../../path.ts';
import type { Mesh } from '../mesh.ts';
import { fullName, type MeshObject } from '../mesh-object.ts';
import { anyHost } from './hostnames.ts';
import { routeKinds, type ListenerSpec } from './route-kinds.ts';
import { roleOf, type Role } from './roles.ts';

type Owner = MeshObject<'KubernetesGateway'> | MeshObject<'ListenerSet'>;

/** A listener of a Gateway or ListenerSet. */
export interface Listener {
  readonly owner: Owner;
  /** Where it stands in its owner. */
  readonly path: Path;
  readonly spec: ListenerSpec;
  readonly name: string;
  readonly port: number;
  /** As written. */
  readonly protocol: string;
  /** `*` where none is written. */
  readonly hostname: string;
  /** What kinds of routes it takes, those that its `allowedRoutes` leaves over. */
  readonly kinds: readonly string[];
  /** What kinds go with its protocol. */
  readonly possibleKinds: readonly string[];
}

/** A Gateway with the listeners of its own. */
export interface GatewayModel {
  readonly gateway: MeshObject<'KubernetesGateway'>;
  readonly role: Role;
  readonly listeners: readonly Listener[];
}

/** Every Gateway of the mesh, in the order of the input. */
export const gatewaysOf = (mesh: Mesh): readonly GatewayModel[] =>
  mesh.of('KubernetesGateway').map((gateway) => {
    const role = roleOf(mesh, gateway);
    return { gateway, role, listeners: listenersIn(gateway, role) };
  });

/** The Gateways of the mesh by themselves; of equal names the first. */
export const gatewaysByName = (mesh: Mesh): ReadonlyMap<string, GatewayModel> =>
  new Map(
    mesh
      .derive(gatewaysOf)
      .toReversed()
      .map((model) => [fullName(model.gateway), model]),
  );

/** The listeners that stand in a Gateway or ListenerSet, for a Gateway of a role. */
export function listenersIn(owner: Owner, role: Role): readonly Listener[] {
  const listeners: readonly ListenerSpec[] = owner.spec.listeners ?? [];
  return listeners.map((spec, index) => {
    const { taken, possible } = routeKinds(spec, role);
    const { name = '', port = 0, protocol = '', hostname = '' } = spec;
    return {
      ...{ owner, spec, name, port, protocol },
      path: ['spec', 'listeners', index],
      hostname: hostname === '' ? anyHost : hostname,
      kinds: taken,
      possibleKinds: possible,
    };
  });
}
