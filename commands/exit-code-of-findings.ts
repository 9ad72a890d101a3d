import type { Finding } from '../src/finding.ts';
import { fails } from '../src/output/index.ts';
import type { ReportOptions } from './report-options.ts';

/**
 * The exit code that findings lead to: 1 when one of them reaches `--fail-on` or when there are more warnings than
 * `--max-warnings`, whether reports show them or not; 2 when the input was `incomplete`, so that the answer is not known.
 */
export function exitCodeOfFindings(
  findings: readonly Finding[],
  { failOn, maxWarnings }: Pick<ReportOptions, 'failOn' | 'maxWarnings'>,
  incomplete = false,
): number {
  if (incomplete) return 2;
  const failed = findings.some(({ severity }) => fails(severity, failOn));
  return failed || tooManyWarnings(findings, maxWarnings) ? 1 : 0;
}

function tooManyWarnings(findings: readonly Finding[], most = Infinity): boolean {
  return findings.filter(({ severity }) => severity === 'warning').length > most;
}
