import { machineFinding, type MachineFinding } from './machine-finding.ts';
import type { MachineState } from './machine-state.ts';

/** Seconds by which clocks may differ. */
const leeway = 30;
/** Certificates of istiod begin two minutes in the past. */
const most = 120;

/** Compares the clock of the machine with the one here. */
export function checkClock({ clockAhead }: Pick<MachineState, 'clockAhead'>): MachineFinding[] {
  const seconds = Math.abs(clockAhead);
  if (seconds <= leeway) return [];
  const way = clockAhead > 0 ? 'ahead of' : 'behind';
  const message = `the clock of the machine is ${seconds} seconds ${way} the one here`;
  return [machineFinding(seconds > most ? 'clock-wrong' : 'clock-differs', 'machine', message)];
}
