import type { Summary } from './report.ts';
import { countChecked, countFindings } from './summary-counts.ts';

/**
 * The last line that people see, on stderr: `3 errors, 1 warning in 2 files (14 resources checked, 3 skipped:
 * 2 Deployment, 1 ConfigMap)`, and the time when the summary has one.
 */
export function summaryLine(summary: Summary): string {
  const { durationMs } = summary;
  const line = `${countFindings(summary)} (${countChecked(summary)})`;
  return durationMs === undefined ? line : `${line} in ${(durationMs / 1000).toFixed(2)} s`;
}
