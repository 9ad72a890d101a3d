export { isGranted } from './grants.ts';
export { createdAt } from './age.ts';
export { hostnamesOf } from './attachment.ts';
export { rulesOf } from './backend-refs.ts';
export { backendsOf } from './backends.ts';
export { caFault, caRefsOf } from './ca-refs.ts';
export {
  certificateRefsOf,
  needsCertificate,
  servedListeners,
  terminateModeOption,
} from './certificate-refs.ts';
export { isManaged, managedGatewaysOf } from './deployments.ts';
export { anyHost, hostnamesMeet } from './hostnames.ts';
export { matchesSelector } from './label-selector.ts';
export { listenerConflicts } from './listener-conflicts.ts';
export { listenerSetsOf } from './listener-sets.ts';
export { gatewaysOf, type Listener } from './listeners.ts';
export { mayExist } from './may-exist.ts';
export { admits } from './namespaces.ts';
export type { RouteObject } from './parents.ts';
export { protocolFault, routeKinds } from './route-kinds.ts';
export { builtInClasses, isIstios, isWaypoint, type Role } from './roles.ts';
export { isOfMesh, routesOf, type Parent, type Route } from './routes.ts';
export {
  canaryLabel,
  isBoundOtherwise,
  waypointForLabel,
  waypointLabel,
  waypointUsesOf,
} from './waypoints.ts';
