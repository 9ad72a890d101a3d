import type { Summary } from './report.ts';
import { countChecked, countFindings } from './summary-counts.ts';

/**
 * The last line that people see, on stderr: `3 errors, 1 warning in 2 files (14 resources checked, 3 skipped:
 * 2 Deployment, 1 ConfigMap)`.
 */
export function summaryLine(summary: Summary): string {
  return `${countFindings(summary)} (${countChecked(summary)})`;
}
