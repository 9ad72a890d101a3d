import { MeshctlError } from '../../errors.ts';
import { waitUntil, type ClusterWriter } from '../../kube/apply/index.ts';
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
  const { timeout, signal, onWaiting } = options;
  const kind = { apiVersion: 'networking.istio.io/v1', kind: 'WorkloadEntry' };
  let entries: readonly EntryState[] = [];
  const state = await waitUntil(
    (end) => writer.watch(kind, { namespace: vm.group.namespace, signal: end }),
    (objects) => {
      entries = objects.map(entryState);
      return judgeRegistration(entries, vm);
    },
    { timeout, ...(signal && { signal }), ...(onWaiting && { onWaiting }) },
  );
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
