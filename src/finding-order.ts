import { compareText } from './compare-text.ts';
import type { Finding } from './finding.ts';

/** A copy in the order of every output: file, line, column, code, rule, message, then whatever still differs. */
export function sortFindings(findings: readonly Finding[]): Finding[] {
  return findings.toSorted(compareFindings);
}

function compareFindings(a: Finding, b: Finding): number {
  return (
    compareText(a.file, b.file) ||
    a.range.start.line - b.range.start.line ||
    a.range.start.column - b.range.start.column ||
    compareText(a.code, b.code) ||
    compareText(a.rule, b.rule) ||
    compareText(a.message, b.message) ||
    compareText(a.path, b.path) ||
    compareText(a.cluster ?? '', b.cluster ?? '')
  );
}
