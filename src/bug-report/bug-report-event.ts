import type { BugReportManifest } from './bug-report-manifest.ts';

/** A file of a report. */
export interface ReportEntry {
  /** Below the folder of the report. */
  readonly path: string;
  readonly bytes: Buffer;
  /** How many secrets were replaced by `[redacted]`. */
  readonly redacted: number;
  /** Whether its beginning was left out. */
  readonly truncated: boolean;
}

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

export interface FailedTarget {
  readonly path: string;
  readonly message: string;
  readonly reason?: string;
}

export interface SkippedTarget {
  readonly path: string;
  readonly reason: string;
}
