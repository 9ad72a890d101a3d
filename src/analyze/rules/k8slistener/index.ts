import { conflict } from './conflict.ts';
import { protocol } from './protocol.ts';
import { routeKindsRule } from './route-kinds.ts';
import { selectorAdmitsNothing } from './selector-admits-nothing.ts';
import { waypointListener } from './waypoint-listener.ts';

export const kubernetesListenerRules = [
  selectorAdmitsNothing,
  conflict,
  protocol,
  routeKindsRule,
  waypointListener,
];
