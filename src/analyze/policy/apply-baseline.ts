import type { Finding } from '../../finding.ts';
import { entryKey, type Baseline, type BaselineEntry, type BaselinePlace } from './baseline.ts';
import { baselineEntry } from './baseline-entry.ts';
import { unreadableCode } from './rule-names.ts';

/** Where a baseline counts. */
export interface BaselineOptions extends BaselinePlace {
  /** Whether this run would have found what an entry stands for, from `baselineCoverage`. Default: always. */
  readonly covers?: (entry: BaselineEntry) => boolean;
}

/** Findings after a baseline, and what is said of the baseline itself. */
export interface BaselineResult {
  /** The findings that the baseline does not hold, in their order. */
  readonly findings: readonly Finding[];
  /** How many it holds. */
  readonly baselined: number;
  /** What it holds and was not found, with how many of each. */
  readonly stale: readonly BaselineEntry[];
}

/**
 * Leaves out the findings that a baseline holds: of equal ones the first, as many as it counts. Findings of documents
 * that could not be read always stay.
 */
export function applyBaseline(
  findings: readonly Finding[],
  baseline: Baseline,
  options: BaselineOptions,
): BaselineResult {
  const open = new Map(baseline.map((entry) => [entryKey(entry), entry.count]));
  const kept = findings.filter((finding) => {
    if (finding.code === unreadableCode) return true;
    const key = entryKey(baselineEntry(finding, options));
    const count = open.get(key) ?? 0;
    if (count > 0) open.set(key, count - 1);
    return count === 0;
  });
  const stale = baseline
    .map((entry) => ({ ...entry, count: open.get(entryKey(entry)) ?? 0 }))
    .filter((entry) => entry.count > 0 && (options.covers?.(entry) ?? true));
  return { findings: kept, baselined: findings.length - kept.length, stale };
}
