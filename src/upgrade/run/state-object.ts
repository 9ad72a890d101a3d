import { gunzipSync } from 'node:zlib';
import { MeshctlError } from '../../errors.ts';
import { isObject, objectIn, plainText, type Json, type JsonObject } from '../../json.ts';
import type { ObjectKey } from '../../kube/apply/index.ts';
import { ApiError, type ClusterClient } from '../../kube/index.ts';
import type { UpgradePlan } from '../upgrade-plan.ts';
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
    const plan = parsed(gunzipSync(Buffer.from(plainText(data.plan), 'base64')).toString('utf8'));
    const records = parsed(plainText(data.records));
    if (!isPlan(plan) || !isRecords(records)) throw new TypeError('its plan or its records are missing');
    return {
      ...{ plan, planHash: plainText(data.planHash), phase: phaseOf(data.phase), records },
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

/** Written by us and guarded by the hash: its kind tells it from everything else. */
const isPlan = (value: Json | UpgradePlan): value is UpgradePlan =>
  isObject(value) && value.kind === 'UpgradePlan' && Array.isArray(value.steps);

const isRecords = (value: Json | readonly StepRecord[]): value is readonly StepRecord[] =>
  Array.isArray(value) && value.every((one) => isObject(one) && 'id' in one && 'state' in one);

const phases: readonly UpgradePhase[] = [
  ...(['running', 'paused', 'waiting', 'stopped', 'done', 'rolling-back', 'rolled-back'] as const),
];

const phaseOf = (value: Json | undefined): UpgradePhase =>
  phases.find((phase) => phase === value) ?? 'stopped';
