import { compareText } from '../../compare-text.ts';
import type { Finding } from '../../finding.ts';
import { entryKey, type Baseline, type BaselineEntry, type BaselinePlace } from './baseline.ts';
import { baselineEntry } from './baseline-entry.ts';
import { unreadableCode } from './rule-names.ts';

/** A baseline of these findings, but for documents that could not be read. */
export function baselineOf(findings: readonly Finding[], place: BaselinePlace): Baseline {
  const readable = findings.filter(({ code }) => code !== unreadableCode);
  return mergeEntries(readable.map((finding) => baselineEntry(finding, place)));
}

/** A baseline without what its last use has found to be stale. */
export function prunedBaseline(baseline: Baseline, stale: readonly BaselineEntry[]): Baseline {
  const gone = new Map(stale.map((entry) => [entryKey(entry), entry.count]));
  return baseline
    .map((entry) => ({ ...entry, count: entry.count - (gone.get(entryKey(entry)) ?? 0) }))
    .filter(({ count }) => count > 0);
}

/** Equal entries as one, sorted, so that a baseline changes only where findings do. */
export function mergeEntries(entries: readonly BaselineEntry[]): Baseline {
  const merged = new Map<string, BaselineEntry>();
  for (const entry of entries) {
    const count = entry.count + (merged.get(entryKey(entry))?.count ?? 0);
    merged.set(entryKey(entry), { ...entry, count });
  }
  return [...merged.values()].sort(compareEntries);
}

function compareEntries(a: BaselineEntry, b: BaselineEntry): number {
  return (
    compareText(a.file, b.file) ||
    compareText(a.resource, b.resource) ||
    compareText(a.rule, b.rule) ||
    compareText(a.fingerprint, b.fingerprint)
  );
}
