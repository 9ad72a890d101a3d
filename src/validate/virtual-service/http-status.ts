import type { Path } from '../../path.ts';
import { errorRule, type Report } from '../rule.ts';

/** The status a proxy answers with by itself. */
export const statusRange = errorRule({
  slug: 'http/status-range',
  summary: 'The status of an answer that a proxy gives by itself lies between 200 and 600.',
  message: ({ status }: { status: number }) => `HTTP status ${status} is not between 200 and 600`,
});

/** Reports a status outside 200 to 600. */
export function checkHttpStatus(status: number, path: Path, report: Report): void {
  if (status < 200 || status > 600) report(statusRange, path, { status });
}
