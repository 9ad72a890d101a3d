import { setTimeout as sleep } from 'node:timers/promises';
import type { ApiAnswer } from './send.ts';

/** How time passes; tests let it pass at once. */
export interface Clock {
  /** Waits; rejects when the signal aborts. */
  readonly pause: (milliseconds: number, signal: AbortSignal) => Promise<void>;
  /** From 0 to 1. */
  readonly random: () => number;
}

export const realClock: Clock = {
  pause: async (milliseconds, signal) => {
    await sleep(milliseconds, undefined, { signal });
  },
  random: Math.random,
};

/** A request is sent so many times at most. */
export const mostAttempts = 5;

const passing = new Set([429, 500, 502, 503, 504]);

/** Whether the same request may well be answered a little later. */
export function isPassing({ status }: ApiAnswer): boolean {
  return passing.has(status);
}

const firstDelay = 200;
const longestDelay = 30_000;

/**
 * Milliseconds to wait before the next attempt: as long as the server says, half a minute at most; else twice as long
 * each time. Spread, so that clients that failed together do not come back together.
 */
export function delayBefore(attempt: number, answer: ApiAnswer | undefined, random: () => number): number {
  const asked = Number(answer?.headers['retry-after'] ?? Number.NaN);
  const least = Number.isFinite(asked) ? asked * 1000 : (firstDelay / 2) * 2 ** attempt;
  const spread = (firstDelay / 2) * 2 ** attempt * random();
  return Math.min(least + spread, longestDelay);
}
