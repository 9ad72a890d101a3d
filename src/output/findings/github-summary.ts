import { Buffer } from 'node:buffer';
import type { Severity } from '../../finding.ts';
import type { FindingReport, FormatOptions } from '../report.ts';
import { countSeverities } from '../summary-counts.ts';
import { bySeverity } from './by-severity.ts';
import { markdownReport } from './markdown.ts';

/** What GitHub takes from one step, in bytes; more than that, and it shows nothing. */
const mostBytes = 1024 * 1024;

/** Annotations of each severity that GitHub shows of one step. */
const mostAnnotations = 10;

/**
 * Markdown for the file that `GITHUB_STEP_SUMMARY` names: the worst findings first, as many as fit beside the `taken`
 * bytes that the file has already, and how many have no annotation. Empty when there is no room at all.
 */
export function githubSummary(report: FindingReport, { root }: FormatOptions = {}, taken = 0): string {
  const room = mostBytes - taken;
  const text = markdownReport(report, bySeverity(report.findings), {
    root,
    room,
    sizeOf: (part) => Buffer.byteLength(part),
    notes: withoutAnnotation(report),
  });
  return Buffer.byteLength(text) > room ? '' : text;
}

function withoutAnnotation({ findings }: FindingReport): string[] {
  const over = (severity: Severity): number =>
    Math.max(0, findings.filter((finding) => finding.severity === severity).length - mostAnnotations);
  const rest = countSeverities({ errors: over('error'), warnings: over('warning'), infos: over('info') });
  return rest === ''
    ? []
    : [`Without an annotation, since GitHub shows ${mostAnnotations} of each severity per step: ${rest}.`];
}
