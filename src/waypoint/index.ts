export { applyWaypoint, planWaypointIn, waitForWaypoint } from './apply-waypoint.ts';
export { listWaypoints, type FoundWaypoint } from './list-waypoints.ts';
export { planWaypoint, type WaypointPlan } from './plan-waypoint.ts';
export { waypointObject, type WaypointOptions, type WaypointTraffic } from './waypoint-object.ts';
export { readWaypoint, type Waypoint, type WaypointCondition } from './waypoint.ts';
