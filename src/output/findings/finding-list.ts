import { compareText } from '../../compare-text.ts';
import type { Finding, Fix, Related } from '../../finding.ts';
import { sortFindings } from '../../finding-order.ts';
import type { Body } from '../envelope.ts';
import type { FindingReport, Summary } from '../report.ts';
import { sortUndecided } from '../undecided-lines.ts';
import { portablePath } from './file-path.ts';

/** The body of the `FindingList` document: the contract of `docs/schemas/finding-list.json`, keys in its order. */
export function findingList({ findings, summary }: FindingReport): Body {
  return { summary: summaryBody(summary), findings: sortFindings(findings).map(findingBody) };
}

function summaryBody(summary: Summary): object {
  const { files, documents, resources, skipped, errors, warnings, infos, suppressed, baselined, undecided } =
    summary;
  const kinds = Object.entries(skipped).sort(([a], [b]) => compareText(a, b));
  return {
    files,
    documents,
    resources,
    skipped: Object.fromEntries(kinds),
    errors,
    warnings,
    infos,
    suppressed,
    baselined,
    undecided: sortUndecided(undecided).map(({ rule, code, reason, objects }) => ({
      rule,
      code,
      reason,
      objects,
    })),
  };
}

/** A finding as documents of meshctl hold it. */
export function findingBody(finding: Finding): object {
  const { apiVersion, kind, namespace, name } = finding.resource;
  return {
    code: finding.code,
    severity: finding.severity,
    message: finding.message,
    ...(finding.hint !== undefined && { hint: finding.hint }),
    resource: { apiVersion, kind, ...(namespace !== undefined && { namespace }), name },
    file: portablePath(finding.file),
    document: finding.document,
    path: finding.path,
    range: rangeBody(finding.range),
    rule: finding.rule,
    args: finding.args,
    ...(finding.cluster !== undefined && { cluster: finding.cluster }),
    rejectedBy: finding.rejectedBy,
    related: finding.related.map(relatedBody),
    fixes: finding.fixes.map(fixBody),
    docs: finding.docs,
  };
}

function rangeBody({ start, end }: Finding['range']): object {
  return { start: { line: start.line, column: start.column }, end: { line: end.line, column: end.column } };
}

function relatedBody({ message, file, path, range }: Related): object {
  return { message, file: portablePath(file), path, range: rangeBody(range) };
}

function fixBody({ description, edits }: Fix): object {
  return { description, edits: edits.map(({ range, text }) => ({ range: rangeBody(range), text })) };
}
