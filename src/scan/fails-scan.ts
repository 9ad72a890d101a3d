import type { Severity } from '../advisories/index.ts';
import type { Finding } from '../finding.ts';
import { countsAsAffected } from './judge-advisories.ts';
import type { ScanReport } from './scan-report.ts';

/** The least severity that makes the answer "no". */
export type ScanThreshold = 'critical' | 'high' | 'medium' | 'low' | 'never';

const ranks: Readonly<Record<Severity | ScanThreshold, number>> = {
  never: 4,
  critical: 3,
  high: 2,
  medium: 1,
  unscored: 1,
  low: 0,
};

/** How bad a finding of a rule is, in the words of advisories. */
const severityOfFinding: Readonly<Record<Finding['severity'], Severity>> = {
  error: 'high',
  warning: 'medium',
  info: 'low',
};

/**
 * Whether something is at least so bad: an advisory that counts as affected, a risky setting, a version without support
 * (high), or one that does not go with its control plane (high when it is newer, else medium). Advice never is.
 */
export function failsScan(report: ScanReport, threshold: ScanThreshold): boolean {
  return severitiesIn(report).some((severity) => ranks[severity] >= ranks[threshold]);
}

function severitiesIn({ advisories, hardening, groups }: ScanReport): readonly Severity[] {
  return [
    ...advisories.flatMap(({ verdicts }) =>
      verdicts.filter(({ verdict }) => countsAsAffected(verdict)).map(({ verdict }) => verdict.severity),
    ),
    ...hardening.map(({ severity }) => severityOfFinding[severity]),
    ...groups.flatMap(({ support, skew }): Severity[] => [
      ...(support?.state === 'ended' ? (['high'] as const) : []),
      ...(skew === undefined ? [] : [skew.level === 'error' ? ('high' as const) : ('medium' as const)]),
    ]),
  ];
}

/** Whether something could not be decided for want of a version or of objects. */
export const isUndecided = ({ advisories }: ScanReport): boolean =>
  advisories.some(({ verdicts }) =>
    verdicts.some(({ verdict: { state, why } }) => state === 'unknown' || why.code === 'objects-missing'),
  );
