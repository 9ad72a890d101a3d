import { setTimeout as pause } from 'node:timers/promises';
import type { StepContext } from './run-context.ts';

export type PollContext = Pick<StepContext, 'emit' | 'step' | 'timeout' | 'health' | 'signal'>;

/**
 * Asks again and again until nothing is in the way, and tells what is whenever that is something else. Gives what was
 * still in the way when the time was over: nothing when all is well.
 */
export async function poll(
  { emit, step, timeout, health, signal }: PollContext,
  ask: () => Promise<readonly string[]>,
): Promise<readonly string[]> {
  const end = Date.now() + timeout;
  let told = '';
  for (;;) {
    const reasons = await ask();
    if (reasons.length === 0 || Date.now() >= end) return reasons;
    const reason = reasons.join('; ');
    if (reason !== told) emit({ type: 'waiting', step, reason });
    told = reason;
    await pause(health.interval, undefined, { signal });
  }
}
