export {
  applyWaypoint,
  planWaypointIn,
  waitForWaypoint,
  type ApplyWaypointOptions,
  type WaitForWaypointOptions,
} from './apply-waypoint.ts';
export { listWaypoints, type FoundWaypoint, type ListWaypointsOptions } from './list-waypoints.ts';
export {
  planWaypoint,
  type WaypointPlan,
  type WaypointPlanOptions,
  type WaypointState,
} from './plan-waypoint.ts';
export { waypointObject, type WaypointOptions, type WaypointTraffic } from './waypoint-object.ts';
export { readWaypoint, type Waypoint, type WaypointCondition } from './waypoint.ts';
