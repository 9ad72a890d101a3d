import type { Path } from '../../path.ts';
import type { Mesh } from '../mesh.ts';
import { fullName, type MeshObject } from '../mesh-object.ts';
import type { Labels } from '../workloads.ts';
import { gatewaysByName, type GatewayModel } from './listeners.ts';
import { admits } from './namespaces.ts';
import { isWaypoint } from './roles.ts';

export const waypointLabel = 'istio.io/use-waypoint';
export const canaryLabel = 'istio.io/use-waypoint-canary';
const labels = [waypointLabel, canaryLabel] as const;
export const waypointForLabel = 'istio.io/waypoint-for';

/** What is wrong with the waypoint that an object asks for. `undecided`: it may be in the cluster. */
export type WaypointFault = 'not-found' | 'undecided' | 'no-waypoint' | 'denied' | 'traffic';

/** An object that wants its requests to go through a waypoint. */
export interface WaypointUse {
  readonly object: MeshObject;
  /** The label that names the waypoint. */
  readonly path: Path;
  readonly label: typeof waypointLabel | typeof canaryLabel;
  readonly namespace: string;
  readonly name: string;
  readonly target: 'namespace' | 'service' | 'workload';
  readonly model: GatewayModel | undefined;
  readonly fault: WaypointFault | undefined;
  /** What the waypoint is for; empty where there is none. */
  readonly trafficType: string;
}

/** Every use of a waypoint, and of a canary of one: `mesh.derive(waypointUsesOf)`. */
export const waypointUsesOf = (mesh: Mesh): readonly WaypointUse[] =>
  usersOf(mesh).flatMap((user) => labels.flatMap((label) => useOf(mesh, user, label) ?? []));

interface User {
  readonly object: MeshObject;
  readonly labels: Labels;
  readonly metadataPath: Path;
  readonly home: string;
  readonly target: WaypointUse['target'];
}

function usersOf(mesh: Mesh): readonly User[] {
  const metadataPath = ['metadata'];
  return [
    ...mesh.of('Namespace').map((object) => ({
      ...{ object, labels: object.labels, metadataPath, home: object.name },
      target: 'namespace' as const,
    })),
    ...[...mesh.of('Service'), ...mesh.of('ServiceEntry')].map((object) => ({
      ...{ object, labels: object.labels, metadataPath, home: object.namespace },
      target: 'service' as const,
    })),
    ...mesh.workloads.all.map(({ object, labels, metadataPath: path }) => ({
      ...{ object, labels, metadataPath: path, home: object.namespace },
      target: 'workload' as const,
    })),
  ];
}

function useOf(
  mesh: Mesh,
  { object, labels, metadataPath, home, target }: User,
  label: WaypointUse['label'],
): WaypointUse | undefined {
  const name = labels[label];
  if (name === undefined || name === '' || name === 'none') return undefined;
  const namespace = labels[`${label}-namespace`] ?? home;
  const model = mesh.derive(gatewaysByName).get(fullName({ namespace, name }));
  const trafficType = model === undefined ? '' : trafficTypeOf(mesh, model);
  return {
    ...{ object, label, namespace, name, target, model, trafficType },
    path: [...metadataPath, 'labels', label],
    fault:
      model === undefined ? missing(mesh, namespace) : faultOf(mesh, model, home, { target, trafficType }),
  };
}

const missing = (mesh: Mesh, namespace: string): WaypointFault =>
  mesh.isKnown('KubernetesGateway', namespace) ? 'not-found' : 'undecided';

function faultOf(
  mesh: Mesh,
  model: GatewayModel,
  home: string,
  { target, trafficType }: Pick<WaypointUse, 'target' | 'trafficType'>,
): WaypointFault | undefined {
  if (!isWaypoint(model.role)) return 'no-waypoint';
  const admitted = lets(mesh, model, home);
  if (admitted === false) return 'denied';
  return target === 'namespace' || trafficType === 'all' || trafficType === target ? undefined : 'traffic';
}

const bindingAnnotation = 'ambient.istio.io/waypoint-inbound-binding';

/** Whether a waypoint is reached in another way than by HBONE on port 15008. */
export function isBoundOtherwise(mesh: Mesh, { gateway }: GatewayModel): boolean {
  const held = mesh.find('GatewayClass', '', gateway.spec.gatewayClassName ?? '');
  return (gateway.annotations[bindingAnnotation] ?? held?.annotations[bindingAnnotation]) !== undefined;
}

/** Whether the listener for the mesh lets in a namespace; a waypoint that is bound otherwise is not judged. */
function lets(mesh: Mesh, model: GatewayModel, guest: string): boolean | undefined {
  const { gateway, listeners } = model;
  if (guest === gateway.namespace) return true;
  if (isBoundOtherwise(mesh, model)) return undefined;
  const listener = listeners.find(({ port, protocol }) => port === 15008 && protocol === 'HBONE');
  if (listener === undefined) return undefined;
  return admits(mesh, listener.spec.allowedRoutes?.namespaces ?? {}, gateway.namespace, guest);
}

/** What a waypoint takes: requests to Services, to workloads, all or none. */
function trafficTypeOf(mesh: Mesh, { gateway }: GatewayModel): string {
  const held = mesh.find('GatewayClass', '', gateway.spec.gatewayClassName ?? '');
  return gateway.labels[waypointForLabel] ?? held?.labels[waypointForLabel] ?? 'service';
}
