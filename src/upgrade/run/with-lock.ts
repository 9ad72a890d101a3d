import { takeLock } from '../../install/index.ts';
import type { ClusterWriter } from '../../kube/apply/index.ts';
import type { UpgradeEvent } from './upgrade-event.ts';
import { whenUnlocked } from './when-unlocked.ts';

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
  const { namespace, holder } = request;
  const lock = await whenUnlocked(
    () => takeLock(writer, namespace, holder, { name: 'meshctl-upgrade', leaseSeconds }),
    { ...request, patience: leaseSeconds },
  );
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
