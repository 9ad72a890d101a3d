import { planChange, type ClusterChange } from '../changes/index.ts';
import { MeshctlError } from '../errors.ts';
import { plainText, valueIn, type JsonObject } from '../json.ts';
import { waypointObject, type WaypointOptions } from './waypoint-object.ts';

/** What is known of the cluster before a waypoint is applied. */
export interface WaypointState {
  /** The Gateway of that name that is there. */
  readonly gateway?: JsonObject | undefined;
  /** The namespace of the waypoint. */
  readonly namespace?: JsonObject | undefined;
}

export interface WaypointPlanOptions extends WaypointOptions {
  readonly namespace: string;
  /** Make all of the namespace use it. */
  readonly enroll?: boolean;
  /** Though the namespace uses another one. */
  readonly overwrite?: boolean;
}

/** What is done to a cluster so that it has a waypoint. Pure data. */
export interface WaypointPlan {
  readonly waypoint: ClusterChange;
  /** The label that makes a namespace use it; nothing else of the namespace is touched. */
  readonly enrollment?: ClusterChange;
  /** What the user should know, in words. */
  readonly notices: readonly string[];
}

/** Makes a namespace, a Service or a workload use a waypoint. */
export const useLabel = 'istio.io/use-waypoint';

/**
 * Plans a waypoint; asks nobody.
 *
 * @throws {MeshctlError} `usage` for a name or namespace that cannot be used, or one that uses another waypoint.
 */
export function planWaypoint(options: WaypointPlanOptions, state: WaypointState): WaypointPlan {
  const { namespace, enroll = false } = options;
  if (state.namespace === undefined) {
    throw new MeshctlError('usage', `there is no namespace ${namespace}`, {
      hint: `make it first: \`kubectl create namespace ${namespace}\`; -n names another one`,
    });
  }
  const waypoint = planChange({ group: 'Waypoint', desired: waypointObject(options), live: state.gateway });
  const mode = plainText(valueIn(state.namespace, 'metadata', 'labels', 'istio.io/dataplane-mode'));
  const notices =
    enroll && mode !== 'ambient'
      ? [
          `the namespace ${namespace} is not in ambient mode (istio.io/dataplane-mode=ambient): only gateways will use its waypoint`,
        ]
      : [];
  return { waypoint, notices, ...(enroll && { enrollment: planEnrollment(options, state.namespace) }) };
}

function planEnrollment(
  { namespace, name = 'waypoint', overwrite = false }: WaypointPlanOptions,
  live: JsonObject,
): ClusterChange {
  const before = plainText(valueIn(live, 'metadata', 'labels', useLabel));
  const change = {
    object: { apiVersion: 'v1', kind: 'Namespace', name: namespace },
    ...{ group: 'Enrollment', conflicts: [], adopts: [], live },
    desired: { metadata: { labels: { [useLabel]: name } } },
  };
  if (before === name) return { ...change, action: 'unchanged', changes: [] };
  if (before !== '' && !overwrite) {
    throw new MeshctlError('usage', `the namespace ${namespace} uses the waypoint ${before}`, {
      hint: `--overwrite makes it use ${name}`,
    });
  }
  const path = `metadata.labels[${useLabel}]`;
  const what = before === '' ? ('added' as const) : ('changed' as const);
  return {
    ...change,
    action: 'change',
    changes: [{ path, what, ...(before !== '' && { before }), after: name }],
  };
}
