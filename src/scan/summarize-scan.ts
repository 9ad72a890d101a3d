import type { Severity, VerdictState } from '../advisories/index.ts';
import type { Finding } from '../finding.ts';
import type { ComponentGroup } from './component-group.ts';
import { countsAsAffected, type JudgedAdvisory } from './judge-advisories.ts';
import type { BySeverity, ScanSummary } from './scan-report.ts';

/** Counts what was found. */
export function summarizeScan(
  groups: readonly ComponentGroup[],
  judged: readonly JudgedAdvisory[],
  hardening: readonly Finding[],
): ScanSummary {
  const outcomes = judged.map(outcomeOf);
  const count = (state: VerdictState): number => outcomes.filter((one) => one.state === state).length;
  const level = (severity: Finding['severity']): number =>
    hardening.filter((finding) => finding.severity === severity).length;
  return {
    instances: groups.reduce((sum, { instances }) => sum + instances.length, 0),
    pods: groups.reduce((sum, { pods }) => sum + pods, 0),
    unknownVersions: groups.filter(({ version, origin }) => version === undefined || origin === 'vendor')
      .length,
    affected: bySeverity(outcomes, 'affected'),
    affectedIf: bySeverity(outcomes, 'affected-if'),
    unknown: count('unknown'),
    advice: count('advice'),
    notAffected: count('not-affected'),
    endOfLife: groups.filter(({ support }) => support?.state === 'ended').length,
    skewed: groups.filter(({ skew }) => skew !== undefined).length,
    hardening: { errors: level('error'), warnings: level('warning'), infos: level('info') },
  };
}

export interface Outcome {
  readonly state: VerdictState;
  readonly severity: Severity;
}

const states: readonly VerdictState[] = ['affected', 'affected-if', 'unknown', 'advice', 'not-affected'];

/** From the worst on; what has no score may be anything. */
export const severities: readonly Severity[] = ['critical', 'high', 'medium', 'unscored', 'low'];

/** The worst that an advisory means for some build. */
export function outcomeOf({ advisory, verdicts }: JudgedAdvisory): Outcome {
  const outcomes = verdicts.map(({ verdict }) => ({
    state: countsAsAffected(verdict) ? ('affected' as const) : verdict.state,
    severity: verdict.severity,
  }));
  return outcomes.toSorted(byBadness)[0] ?? { state: 'not-affected', severity: advisory.severity };
}

/** The worst first. */
export const byBadness = (a: Outcome, b: Outcome): number =>
  states.indexOf(a.state) - states.indexOf(b.state) ||
  severities.indexOf(a.severity) - severities.indexOf(b.severity);

const bySeverity = (outcomes: readonly Outcome[], state: VerdictState): BySeverity => {
  const counts = { critical: 0, high: 0, medium: 0, low: 0, unscored: 0 };
  for (const one of outcomes) if (one.state === state) counts[one.severity] += 1;
  return counts;
};
