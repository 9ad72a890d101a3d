import { createHash } from 'node:crypto';
import type { Finding } from '../../finding.ts';
import type { FindingReport } from '../report.ts';
import { resourceName } from './resource-name.ts';

/**
 * An identity per finding that survives edits elsewhere in the file: made of the rule, the file, the resource, the
 * cluster and the text of the line (not its number), numbered among equals. `<16 hex digits>:<number from 1>`; findings must be in
 * the order of `sortFindings`, `fileName` gives the name that the report shows.
 */
export function fingerprints(
  findings: readonly Finding[],
  lines: FindingReport['lines'],
  fileName: (file: string) => string,
): string[] {
  const seen = new Map<string, number>();
  return findings.map((finding) => {
    const hash = hashOf([
      finding.rule,
      fileName(finding.file),
      resourceName(finding.resource),
      lineText(finding, lines),
      ...(finding.cluster === undefined ? [] : [finding.cluster]),
    ]);
    const number = (seen.get(hash) ?? 0) + 1;
    seen.set(hash, number);
    return `${hash}:${number}`;
  });
}

function hashOf(parts: readonly string[]): string {
  return createHash('sha256').update(parts.join('\0')).digest('hex').slice(0, 16);
}

/** Blanks don't count, so that a new indentation keeps the identity; without the source the path has to do. */
function lineText({ file, range, path }: Finding, lines: FindingReport['lines']): string {
  const line = lines(file, range.start.line, range.start.line)[0];
  return line === undefined ? path : line.replace(/\s+/g, ' ').trim();
}
