import { attachmentDenied } from './attachment-denied.ts';
import { canarySame } from './canary-same.ts';
import { canaryWeight } from './canary-weight.ts';
import { labelValue } from './label-value.ts';
import { notFound } from './not-found.ts';
import { routeWithoutWaypoint } from './route-without-waypoint.ts';
import { trafficType } from './traffic-type.ts';

export const waypointRules = [
  notFound,
  attachmentDenied,
  trafficType,
  canaryWeight,
  canarySame,
  labelValue,
  routeWithoutWaypoint,
];
