import { setTimeout as pause } from 'node:timers/promises';
import { LockHeld, takeLock, type InstallLock } from '../../install/index.ts';
import type { ClusterWriter } from '../../kube/apply/index.ts';
import type { UpgradeEvent } from './upgrade-event.ts';

/** Whose work is done under the lock, and who hears of waiting for it. */
export interface LockRequest {
  readonly namespace: string;
  readonly holder: string;
  readonly emit: (event: UpgradeEvent) => void;
  readonly signal: AbortSignal;
}

/**
 * Does something while nobody else carries out or takes back an upgrade of these control planes. A runner that was
 * killed is waited for until its lock is over.
 *
 * @throws {LockHeld} when somebody else goes on.
 */
export async function withLock(
  writer: ClusterWriter,
  request: LockRequest,
  work: (signal: AbortSignal) => Promise<void>,
): Promise<void> {
  const lock = await locked(writer, request);
  try {
    await work(AbortSignal.any([request.signal, lock.signal]));
  } catch (error) {
    // Why it stopped is what matters: a lock that is left over ends by itself.
    await lock.release().catch(() => undefined);
    throw error;
  }
  await lock.release();
}

const leaseSeconds = 20;
const pauseSeconds = 1;

async function locked(
  writer: ClusterWriter,
  { namespace, holder, emit, signal }: LockRequest,
): Promise<InstallLock> {
  for (let waited = 0; ; waited += pauseSeconds) {
    try {
      return await takeLock(writer, namespace, holder, { name: 'meshctl-upgrade', leaseSeconds });
    } catch (error) {
      if (!(error instanceof LockHeld) || waited > leaseSeconds) throw error;
      if (waited === 0) emit({ type: 'waiting', reason: `${error.message}: ${error.reason ?? ''}` });
    }
    await pause(pauseSeconds * 1000, undefined, { signal });
  }
}
