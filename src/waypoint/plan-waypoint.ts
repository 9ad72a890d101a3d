import { planChange, type ClusterChange } from '../changes/index.ts';
import { MeshctlError } from '../errors.ts';
import type { JsonObject } from '../json.ts';
import { labelOf } from '../label-of.ts';
import { label } from '../label.ts';
import { waypointObject, type WaypointOptions } from './waypoint-object.ts';

/** What is known of the cluster before a waypoint is applied. */
export interface WaypointState {
  /** The Gateway of that name that is there. */
  readonly gateway?: JsonObject | undefined;
  /** The CustomResourceDefinition of Gateways: its defaults are no change. */
  readonly definition?: JsonObject | undefined;
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
  const waypoint = planChange({
    ...{ group: 'Waypoint', desired: waypointObject(options), live: state.gateway },
    definitions: state.definition === undefined ? [] : [state.definition],
  });
  const mode = labelOf(state.namespace, label.dataplaneMode);
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
  const before = labelOf(live, label.useWaypoint);
  const change = {
    object: { apiVersion: 'v1', kind: 'Namespace', name: namespace },
    ...{ group: 'Enrollment', conflicts: [], adopts: [], live },
    desired: { metadata: { labels: { [label.useWaypoint]: name } } },
  };
  if (before === name) return { ...change, action: 'unchanged', changes: [] };
  if (before !== '' && !overwrite) {
    throw new MeshctlError('usage', `the namespace ${namespace} uses the waypoint ${before}`, {
      hint: `--overwrite makes it use ${name}`,
    });
  }
  const path = `metadata.labels[${label.useWaypoint}]`;
  const what = before === '' ? ('added' as const) : ('changed' as const);
  return {
    ...change,
    action: 'change',
    changes: [{ path, what, ...(before !== '' && { before }), after: name }],
  };
}
