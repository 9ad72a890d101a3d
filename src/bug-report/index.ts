export type { BugReportEvent } from './bug-report-event.ts';
export type { ReportEntry } from './report-entry.ts';
export type { BugReportManifest } from './bug-report-manifest.ts';
export type { BugReportOptions } from './bug-report-options.ts';
export { gatherBugReport, planBugReport } from './gather-bug-report.ts';
export { parsePodFilter } from './pod-filter.ts';
export type { Target } from './target.ts';
