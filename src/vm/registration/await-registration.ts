import { setTimeout as sleep } from 'node:timers/promises';
import { MeshctlError } from '../../errors.ts';
import { ApiError } from '../../kube/index.ts';
import { KindNotServed, waitUntil, type ClusterWriter, type Readiness } from '../../kube/apply/index.ts';
import { entryState, type EntryState } from './entry-state.ts';
import { explainFailure } from './explain-failure.ts';
import { entryOfVm, judgeRegistration, type AwaitedVm } from './judge-registration.ts';
import { readSilenceFacts } from './read-silence-facts.ts';

export interface RegistrationOptions {
  /** Where the control plane is, to look for the cause of a failure. */
  readonly istioNamespace: string;
  readonly revision: string;
  /** The token that the VM has; only its claims are looked at. */
  readonly token: string;
  /** Milliseconds. */
  readonly timeout: number;
  readonly now: () => Date;
  readonly signal?: AbortSignal;
  readonly onWaiting?: (reason: string) => void;
}

/**
 * Waits until a VM is registered as a WorkloadEntry, connected and, with a probe, healthy.
 *
 * @throws {MeshctlError} when the time is over, with what it most likely is as far as the cluster tells.
 */
export async function awaitRegistration(
  writer: ClusterWriter,
  vm: AwaitedVm,
  options: RegistrationOptions,
): Promise<EntryState> {
  const { timeout } = options;
  let entries: readonly EntryState[] = [];
  const state = await followed(writer, vm, options, (objects) => {
    entries = objects.map(entryState);
    return judgeRegistration(entries, vm);
  });
  const entry = entryOfVm(entries, vm);
  if (state.ready && entry !== undefined) return entry;
  const { reason, hint } = explainFailure(await readSilenceFacts(writer, vm, entry, options));
  const seconds = timeout / 1000;
  throw new MeshctlError(
    'environment',
    `the VM is not in the mesh after ${seconds} s: ${state.ready ? '' : state.reason}`,
    { reason, hint },
  );
}

type Judge = Parameters<typeof waitUntil>[1];

/** The kind was served a moment ago: a server that does not know it has just started, and will. */
async function followed(
  writer: ClusterWriter,
  { group: { namespace } }: AwaitedVm,
  { timeout, signal, onWaiting }: RegistrationOptions,
  judge: Judge,
): Promise<Readiness> {
  const kind = { apiVersion: 'networking.istio.io/v1', kind: 'WorkloadEntry' };
  const end = performance.now() + timeout;
  for (;;) {
    const left = Math.max(end - performance.now(), 0);
    try {
      return await waitUntil((over) => writer.watch(kind, { namespace, signal: over }), judge, {
        ...{ timeout: left, ...(signal && { signal }), ...(onWaiting && { onWaiting }) },
      });
    } catch (error) {
      if (left === 0 || !isNotServed(error)) throw error;
    }
    await sleep(pause, undefined, { signal }).catch(() => undefined);
    signal?.throwIfAborted();
  }
}

const pause = 500;

const isNotServed = (error: unknown): boolean =>
  error instanceof KindNotServed || (error instanceof ApiError && error.status === 404);
