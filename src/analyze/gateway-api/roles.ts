import type { Mesh } from '../mesh.ts';
import type { MeshObject } from '../mesh-object.ts';

/**
 * What answers for a Gateway of Gateway API. `foreign`: another controller; `unknown`: no such GatewayClass is known, so
 * that nobody may answer. The others are those of Istio.
 */
export type Role =
  | 'gateway'
  | 'remote'
  | 'waypoint'
  | 'east-west'
  | 'agentgateway'
  | 'agentgateway-waypoint'
  | 'foreign'
  | 'unknown';

/** Names of classes that work without a GatewayClass object. */
const builtIn: ReadonlyMap<string, Role> = new Map([
  ['istio', 'gateway'],
  ['istio-remote', 'remote'],
  ['istio-waypoint', 'waypoint'],
  ['istio-east-west', 'east-west'],
  ['istio-agentgateway', 'agentgateway'],
  ['istio-agentgateway-waypoint', 'agentgateway-waypoint'],
]);

const controllers: ReadonlyMap<string, Role> = new Map([
  ['istio.io/gateway-controller', 'gateway'],
  ['istio.io/unmanaged-gateway', 'remote'],
  ['istio.io/mesh-controller', 'waypoint'],
  ['istio.io/eastwest-controller', 'east-west'],
  ['istio.io/agentgateway-controller', 'agentgateway'],
  ['istio.io/agentgateway-waypoint-controller', 'agentgateway-waypoint'],
]);

/** The names of classes that Istio brings along. */
export const builtInClasses: readonly string[] = [...builtIn.keys()];

/** What answers for a Gateway: decided by its class, and by the GatewayClass object where the input holds one. */
export function roleOf(
  mesh: Mesh,
  { spec: { gatewayClassName = '' } }: MeshObject<'KubernetesGateway'>,
): Role {
  const held = mesh.find('GatewayClass', '', gatewayClassName);
  if (held !== undefined) return controllers.get(held.spec.controllerName ?? '') ?? 'foreign';
  return builtIn.get(gatewayClassName) ?? 'unknown';
}

/** Whether istiod answers for it. */
export const isIstios = (role: Role): boolean => role !== 'foreign' && role !== 'unknown';

export const isWaypoint = (role: Role): boolean => role === 'waypoint' || role === 'agentgateway-waypoint';

export const takesListenerSets = (role: Role): boolean => role === 'gateway' || role === 'agentgateway';
