import type { Outcome } from './outcome.ts';
import { outcomeOf, recordedCases } from './recorded-cases.ts';

/** Between the making of the recordings and the end of any certificate in them. */
const recordedAt = '2026-11-21T12:00:00Z';

/** Every recorded command line about a ztunnel. */
export async function* ztunnelConfigCases(
  folder: string,
  filter: readonly string[],
): AsyncGenerator<Outcome> {
  for (const recorded of recordedCases(folder, ['ztunnel-config'], filter)) {
    const argv = recorded.argv.slice(1);
    const judgesTime = argv.some((word) => word.startsWith('cert') || word === 'all');
    yield await outcomeOf(folder, recorded, [...argv, ...(judgesTime ? ['--now', recordedAt] : [])]);
  }
}
