import type { BugReportManifest } from './bug-report-manifest.ts';
import type { FailedTarget, ReportEntry, SkippedTarget } from './report-entry.ts';

/** What happens while a report is gathered, in order; always the same order for the same cluster. */
export type BugReportEvent =
  /** What will be gathered. */
  | { readonly type: 'planned'; readonly targets: readonly PlannedTarget[] }
  /** A file of the report. The last one is `manifest.json`. */
  | { readonly type: 'entry'; readonly entry: ReportEntry }
  /** A part that could not be gathered. */
  | { readonly type: 'failed'; readonly failure: FailedTarget }
  /** A part that was left out, because the report would be too large or the time is over. */
  | { readonly type: 'skipped'; readonly skipped: SkippedTarget }
  | { readonly type: 'done'; readonly manifest: BugReportManifest };

export interface PlannedTarget {
  readonly path: string;
  /** What it is, in words. */
  readonly what: string;
}
