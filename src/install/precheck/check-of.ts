import type { Check, PrecheckFinding } from './precheck-report.ts';

/** A check with what it found; undefined findings are those of facts that could not be read. */
export function checkOf(
  name: string,
  title: string,
  findings: readonly PrecheckFinding[] | undefined,
): Check {
  if (findings === undefined) return { name, title, outcome: 'unknown', findings: [] };
  const worst = (['error', 'warning', 'info'] as const).find((severity) =>
    findings.some((finding) => finding.severity === severity),
  );
  return { name, title, outcome: worst ?? 'ok', findings };
}
