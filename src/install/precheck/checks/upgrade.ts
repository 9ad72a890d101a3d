import type { PrecheckFacts } from '../precheck-facts.ts';
import type { IstioMinor } from '../precheck-options.ts';
import type { PrecheckFinding } from '../precheck-report.ts';
import { upgradeChanges } from './upgrade-changes.ts';

/** What changes on the way from a version that the cluster shows signs of. */
export function upgradeFindings(facts: PrecheckFacts, { minor }: IstioMinor): readonly PrecheckFinding[] {
  return upgradeChanges
    .filter(({ since }) => minor < since)
    .flatMap(({ since, code = 'IST0169', message, hint, foundAt }) =>
      foundAt(facts).map((origin) => ({
        ...{ code, severity: 'warning' as const, origin },
        message: `since 1.${since} ${message}`,
        hint,
      })),
    );
}
