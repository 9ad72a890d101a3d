import type { KindName } from '../../kinds.ts';
import type { Mesh } from '../../mesh.ts';
import { defineRule } from '../../rule.ts';
import { conditionsAt, type Condition } from './conditions.ts';

/** Which conditions of a kind must hold, and where in the status they stand (`''`: at the top). */
interface Watched {
  readonly lists: readonly string[];
  readonly types: ReadonlySet<string>;
}

const waypoint: Watched = { lists: [''], types: new Set(['istio.io/WaypointBound']) };
const policy: Watched = { lists: [''], types: new Set(['ZtunnelAccepted', 'WaypointAccepted']) };
const gatewayTypes = new Set(['Accepted', 'Programmed', 'ResolvedRefs']);
const route: Watched = { lists: ['parents'], types: gatewayTypes };

const watchedByIstioctl: Partial<Record<KindName, Watched>> = {
  Service: waypoint,
  ServiceEntry: waypoint,
  WorkloadEntry: waypoint,
  AuthorizationPolicy: policy,
  KubernetesGateway: { lists: [''], types: gatewayTypes },
  HTTPRoute: route,
  GRPCRoute: route,
};

const withListeners: Watched = { lists: ['', 'listeners'], types: gatewayTypes };

const watched: Partial<Record<KindName, Watched>> = {
  ...watchedByIstioctl,
  KubernetesGateway: withListeners,
  ListenerSet: withListeners,
  TLSRoute: route,
  TCPRoute: route,
  UDPRoute: route,
  BackendTLSPolicy: { lists: ['ancestors'], types: gatewayTypes },
};

// The names of an object of this file.
const kinds = Object.keys(watched) as KindName[];

/** Controllers write down what they could not do; nobody reads it. */
export const failedCondition = defineRule<{ conditionType: string; reason: string; message: string }>({
  slug: 'condition/failed',
  code: 'IST0171',
  severity: 'warning',
  summary: 'No controller has reported in the status that an object does not work.',
  kinds,
  message: ({ conditionType, reason, message }) => `${conditionType} is not met (${reason}): ${message}`,
  check(mesh, report) {
    for (const kind of kinds) {
      const of = (mesh.settings.compat ? watchedByIstioctl : watched)[kind];
      if (of === undefined) continue;
      for (const object of mesh.of(kind)) {
        for (const condition of conditionsAt(object, of.lists)) {
          if (!hasFailed(mesh, of, condition)) continue;
          const { type: conditionType, reason, message, path } = condition;
          report(object, [...path, 'status'], { conditionType, reason, message });
        }
      }
    }
  },
});

/** A condition of an older state of the object may be met by now. */
function hasFailed(
  { settings: { compat } }: Mesh,
  { types }: Watched,
  { type, status, reason, stale }: Condition,
): boolean {
  if (stale && !compat) return false;
  if (type === 'Conflicted' && !compat) return status === 'True' && types === gatewayTypes;
  const isPartial = type === 'WaypointAccepted' && reason === 'PartiallyInvalid';
  return types.has(type) && (status === 'False' || isPartial);
}
