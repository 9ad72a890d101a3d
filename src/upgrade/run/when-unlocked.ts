import { setTimeout as pause } from 'node:timers/promises';
import { LockHeld } from '../../install/index.ts';
import type { UpgradeEvent } from './upgrade-event.ts';

/** How long somebody else's lock is waited for, in seconds, and who hears of it. */
export interface Patience {
  readonly patience: number;
  readonly emit: (event: UpgradeEvent) => void;
  readonly signal: AbortSignal;
}

/**
 * Does what takes a lock as soon as nobody else has it: one who was killed keeps it until it is over.
 *
 * @throws {LockHeld} when somebody has it all the time.
 */
export async function whenUnlocked<Result>(
  work: () => Promise<Result>,
  { patience, emit, signal }: Patience,
): Promise<Result> {
  for (let waited = 0; ; waited += 1) {
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof LockHeld) || waited > patience) throw error;
      if (waited === 0) emit({ type: 'waiting', reason: `${error.message}: ${error.reason ?? ''}` });
    }
    await pause(1000, undefined, { signal });
  }
}
