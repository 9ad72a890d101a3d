import type { Summary } from './report.ts';
import { countFindings, countRun } from './summary-counts.ts';

/**
 * The last line that people see, on stderr: `3 errors, 1 warning in 2 files (14 resources checked, 2 suppressed,
 * 3 skipped: 2 Deployment, 1 ConfigMap) in 0.21 s`.
 */
export function summaryLine(summary: Summary): string {
  const { milliseconds } = summary;
  const time = milliseconds === undefined ? '' : ` in ${seconds(milliseconds)}`;
  return `${countFindings(summary)} (${countRun(summary)})${time}`;
}

/** `0.21 s`, `12.3 s`: two digits of a short time, one of a long one. */
function seconds(milliseconds: number): string {
  return `${(milliseconds / 1000).toFixed(milliseconds < 9995 ? 2 : 1)} s`;
}
