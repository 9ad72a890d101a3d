import { MeshctlError } from '../errors.ts';
import type { JsonObject } from '../json.ts';
import {
  keyOf,
  readiness,
  waitReady,
  type ClusterWriter,
  type WaitReadyOptions,
} from '../kube/apply/index.ts';
import { titleOf } from '../operator/diff/index.ts';
import { waitForInjectors } from './injector-readiness.ts';
import type { Waited } from './install-event.ts';

export interface StageWait extends Pick<WaitReadyOptions, 'signal' | 'onWaiting'> {
  /** Milliseconds. */
  readonly timeout: number;
  /** Whether a control plane of this installation answers injectors. */
  readonly injects: boolean;
}

/**
 * Waits until all objects of a stage do what they are there for. `objects` are as the API server answered when they were
 * applied: for those that are ready by then nothing is asked.
 *
 * @throws {MeshctlError} `environment` that names what is not ready in time, and why.
 */
export async function waitForStage(
  writer: Pick<ClusterWriter, 'watch'>,
  stage: string,
  objects: readonly JsonObject[],
  { injects, timeout, ...how }: StageWait,
): Promise<void> {
  const unready = objects.filter((object) => !readiness(object).ready).map(keyOf);
  const end = performance.now() + timeout;
  const left = await waitReady(writer, unready, { ...how, timeout });
  if (left.length > 0) throw notReady(stage, timeout, left);
  if (!injects) return;
  const injectors = objects.filter(({ kind }) => kind === 'MutatingWebhookConfiguration');
  const rest = Math.max(end - performance.now(), 0);
  const deaf = await waitForInjectors(writer, injectors, { ...how, timeout: rest });
  if (deaf.length > 0) throw notReady(stage, timeout, deaf);
}

function notReady(stage: string, timeout: number, waiting: readonly Waited[]): MeshctlError {
  return new MeshctlError('environment', `${stage} is not ready after ${timeout / 1000} s`, {
    reason: waiting.map(({ object, reason }) => `${titleOf(object)}: ${reason}`).join('; '),
    hint: 'look into what is named there; allow more time with --timeout',
  });
}
