import { carryOut, type ClusterChange } from '../changes/index.ts';
import { MeshctlError } from '../errors.ts';
import { plainText, valueIn, type JsonObject } from '../json.ts';
import { ApiError } from '../kube/index.ts';
import { waitUntil, type ClusterWriter } from '../kube/apply/index.ts';
import { noGatewayApi } from './no-gateway-api.ts';
import { planWaypoint, type WaypointPlan, type WaypointPlanOptions } from './plan-waypoint.ts';
import { readWaypoint } from './waypoint.ts';

const gatewayKind = { apiVersion: 'gateway.networking.k8s.io/v1', kind: 'Gateway' };

/**
 * Reads what a plan needs to know, and plans.
 *
 * @throws {MeshctlError} as `planWaypoint` does; `environment` when the cluster has no Gateway API.
 */
export async function planWaypointIn(
  writer: Pick<ClusterWriter, 'get'>,
  options: WaypointPlanOptions,
  how: { readonly signal?: AbortSignal } = {},
): Promise<WaypointPlan> {
  const { name = 'waypoint', namespace } = options;
  const [gateway, home, definition] = await Promise.all([
    writer.get({ ...gatewayKind, namespace, name }, how),
    writer.get({ apiVersion: 'v1', kind: 'Namespace', name: namespace }, how),
    readDefinition(writer, how),
  ]);
  const known = definition === 'absent' ? undefined : definition;
  const plan = planWaypoint(options, { gateway, namespace: home, definition: known });
  if (definition === 'absent') throw noGatewayApi();
  return plan;
}

/** Not everybody may read definitions; then the plan has to do without. */
async function readDefinition(
  writer: Pick<ClusterWriter, 'get'>,
  how: { readonly signal?: AbortSignal },
): Promise<JsonObject | 'absent' | undefined> {
  try {
    return (await writer.get(definitionKey, how)) ?? 'absent';
  } catch (error) {
    if (error instanceof ApiError && error.status === 403) return undefined;
    throw error;
  }
}

const definitionKey = {
  ...{ apiVersion: 'apiextensions.k8s.io/v1', kind: 'CustomResourceDefinition' },
  name: 'gateways.gateway.networking.k8s.io',
};

export interface ApplyWaypointOptions {
  /** Takes fields over that others manage. */
  readonly forceConflicts?: boolean;
  readonly signal?: AbortSignal;
  /** Takes each change that was made. */
  readonly onApplied?: (change: ClusterChange) => void;
}

/** Carries a plan out: the waypoint first, then what makes the namespace use it. */
export async function applyWaypoint(
  writer: ClusterWriter,
  { waypoint, enrollment }: WaypointPlan,
  { forceConflicts = false, signal, onApplied = () => undefined }: ApplyWaypointOptions = {},
): Promise<void> {
  const how = signal ? { signal } : {};
  await carryOut(writer, waypoint, { forceConflicts, ...how });
  onApplied(waypoint);
  if (enrollment === undefined) return;
  // One label of a namespace that others own: an apply would claim to know the whole.
  if (enrollment.action === 'change' && enrollment.desired !== undefined)
    await writer.patch(enrollment.object, enrollment.desired, { type: 'merge', ...how });
  onApplied(enrollment);
}

export interface WaitForWaypointOptions {
  /** Milliseconds. */
  readonly timeout: number;
  readonly signal?: AbortSignal;
  /** Takes what is waited for, whenever that is something else. */
  readonly onWaiting?: (reason: string) => void;
}

/**
 * Waits until istiod has set a waypoint up.
 *
 * @throws {MeshctlError} `environment` when the time is over, with what was waited for.
 */
export async function waitForWaypoint(
  writer: Pick<ClusterWriter, 'watch'>,
  { namespace, name }: { readonly namespace: string; readonly name: string },
  options: WaitForWaypointOptions,
): Promise<void> {
  const kind = { ...gatewayKind, namespace };
  const state = await waitUntil(
    (signal) => writer.watch(kind, { signal }),
    (objects) => {
      const found = objects.find((object) => plainText(valueIn(object, 'metadata', 'name')) === name);
      const waypoint = found && readWaypoint(found);
      if (waypoint === undefined) return { ready: false, reason: 'it is not there' };
      if (waypoint.programmed === 'True') return { ready: true };
      const condition = waypoint.conditions.find(
        ({ type, status }) => type === 'Programmed' && status !== 'True',
      );
      const why =
        condition === undefined ? 'istiod has not seen it' : `${condition.reason}: ${condition.message}`;
      return { ready: false, reason: why };
    },
    options,
  );
  if (state.ready) return;
  throw new MeshctlError('environment', `the waypoint ${namespace}/${name} is not set up`, {
    reason: state.reason,
    hint: `\`meshctl waypoint status -n ${namespace}\` shows its conditions; a longer --timeout waits longer`,
  });
}
