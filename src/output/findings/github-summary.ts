import type { FindingReport, FormatOptions } from '../report.ts';
import { markdownReport } from './markdown.ts';

const mostRows = 50;

/** Markdown for the file that `GITHUB_STEP_SUMMARY` names: the first findings, and how many there are. */
export function githubSummary(report: FindingReport, { root }: FormatOptions = {}): string {
  return markdownReport(report, { root, rows: mostRows });
}
