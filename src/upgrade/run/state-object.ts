import { gunzipSync } from 'node:zlib';
import { MeshctlError } from '../../errors.ts';
import { isObject, objectIn, plainText, type Json, type JsonObject } from '../../json.ts';
import type { ObjectKey } from '../../kube/apply/index.ts';
import { ApiError, type ClusterClient } from '../../kube/index.ts';
import { requirePlan } from '../check/index.ts';
import type { UpgradePlan } from '../upgrade-plan.ts';
import { planHashOf } from './plan-hash-of.ts';
import type { StepRecord, UpgradePhase, UpgradeState } from './upgrade-state.ts';

/** All that an upgrade keeps in the cluster begins with this name. */
export const stateName = 'meshctl-upgrade';

export const stateKey = (namespace: string): ObjectKey => ({
  apiVersion: 'v1',
  kind: 'ConfigMap',
  namespace,
  name: stateName,
});

/**
 * How far the upgrade of the control planes of a namespace is; undefined when none was ever begun.
 *
 * @throws {MeshctlError} when it cannot be read, or is not what an upgrade wrote.
 */
export async function readUpgradeState(
  client: Pick<ClusterClient, 'get'>,
  namespace: string,
  { signal }: { readonly signal?: AbortSignal } = {},
): Promise<UpgradeState | undefined> {
  const path = `/api/v1/namespaces/${encodeURIComponent(namespace)}/configmaps/${stateName}`;
  try {
    return stateIn(await client.get(path, signal === undefined ? {} : { signal }));
  } catch (error) {
    if (error instanceof ApiError && error.status === 404) return undefined;
    throw error;
  }
}

/** @throws {MeshctlError} `environment` when the object is not what an upgrade wrote. */
export function stateIn(object: JsonObject): UpgradeState {
  const data = objectIn(object, 'data');
  const reason = plainText(data.reason);
  try {
    const plan = planIn(plainText(data.plan));
    const planHash = planHashOf(plan);
    if (planHash !== data.planHash) throw new TypeError('its plan is not the one that was begun');
    const records: Json | readonly StepRecord[] = parsed(plainText(data.records));
    if (!isRecords(records)) throw new TypeError('its records are not what an upgrade wrote');
    return {
      ...{ plan, planHash, phase: phaseOf(data.phase), records },
      pauseWanted: data.pause === 'true',
      ...(reason !== '' && { reason }),
      resourceVersion: plainText(objectIn(object, 'metadata').resourceVersion),
    };
  } catch (cause) {
    throw new MeshctlError('environment', `ConfigMap ${stateName} does not tell how far the upgrade is`, {
      reason: cause instanceof Error ? cause.message : 'it cannot be read',
      hint: 'somebody changed it; bring it back from a backup of the cluster',
      cause,
    });
  }
}

const parsed = (text: string): Json => JSON.parse(text) as Json;

/** A plan has some thousand namespaces at most; what is packed smaller than that is no plan. */
const mostBytes = 64 * 1024 * 1024;

function planIn(packed: string): UpgradePlan {
  const text = gunzipSync(Buffer.from(packed, 'base64'), { maxOutputLength: mostBytes }).toString('utf8');
  const plan: unknown = parsed(text);
  requirePlan(plan);
  if (!plan.feasible) throw new TypeError('its plan is one that cannot be carried out');
  return plan;
}

const isRecords = (value: Json | readonly StepRecord[]): value is readonly StepRecord[] =>
  Array.isArray(value) && value.every(isRecord);

const isRecord = (value: Json | StepRecord): boolean =>
  isObject(value) &&
  typeof value.id === 'string' &&
  typeof value.began === 'string' &&
  stepStates.some((state) => state === value.state) &&
  (value.beforePieces === undefined || Number.isInteger(value.beforePieces));

const stepStates: readonly StepRecord['state'][] = ['running', 'done', 'undoing', 'undone'];

const phases: readonly UpgradePhase[] = [
  ...(['running', 'paused', 'waiting', 'stopped', 'done', 'rolling-back', 'rolled-back'] as const),
];

const phaseOf = (value: Json | undefined): UpgradePhase =>
  phases.find((phase) => phase === value) ?? 'stopped';
