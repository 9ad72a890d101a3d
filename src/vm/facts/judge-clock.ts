/** What is to be said of two clocks that differ. */
export interface ClockFault {
  readonly severity: 'warning' | 'error';
  readonly message: string;
  readonly cure: string;
}

/** Milliseconds; what passes between two machines, and half a second of the header, are less. */
const tolerated = 30_000;

/**
 * Judges by how many milliseconds the clock of the cluster is ahead of ours. Undefined when they agree, or nobody knows.
 * A difference of more than the life of a token, in seconds, is an error: the token would be over, or not begun, before
 * anyone could look at it.
 */
export function judgeClock(offset: number | undefined, tokenSeconds?: number): ClockFault | undefined {
  if (offset === undefined || Math.abs(offset) <= tolerated) return undefined;
  const isOver = tokenSeconds !== undefined && Math.abs(offset) > tokenSeconds * 1000;
  const [seconds, side] = [Math.round(Math.abs(offset) / 1000), offset > 0 ? 'behind' : 'ahead of'];
  return {
    severity: isOver ? 'error' : 'warning',
    message: `the clock of this machine is ${seconds} s ${side} that of the cluster${isOver ? `, more than a token is valid (${tokenSeconds} s)` : ''}`,
    cure: 'set the clock of this machine (`timedatectl` shows it), and see that the VM has the right time, too: tokens and certificates go by it',
  };
}
