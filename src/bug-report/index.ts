export type { BugReportEvent, PlannedTarget } from './bug-report-event.ts';
export type { FailedTarget, ReportEntry, SkippedTarget } from './report-entry.ts';
export type { BugReportManifest } from './bug-report-manifest.ts';
export type { BugReportOptions } from './bug-report-options.ts';
export { gatherBugReport, planBugReport } from './gather-bug-report.ts';
export { parsePodFilter, type PodFilter } from './pod-filter.ts';
export type { Gathered, Target } from './target.ts';
