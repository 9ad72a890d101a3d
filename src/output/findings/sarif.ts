import type { Finding } from '../../finding.ts';
import { sortFindings } from '../../finding-order.ts';
import { jsonText } from '../envelope.ts';
import { printable } from '../printable.ts';
import type { FindingReport, FormatOptions } from '../report.ts';
import { pathFrom } from './file-path.ts';
import { fingerprints } from './fingerprint.ts';
import { firedRules } from './fired-rules.ts';
import { sarifLevel } from './sarif-level.ts';
import { artifactLocation, regionOf, sarifLocations } from './sarif-locations.ts';
import { sarifRule } from './sarif-rule.ts';

/**
 * SARIF 2.1.0 for GitHub code scanning and editors. Rules are those that fired; paths are relative to `root`, whose
 * address is left open so that the bytes do not depend on the machine.
 */
export function formatSarif(report: FindingReport, { root }: FormatOptions = {}): string {
  const findings = sortFindings(report.findings);
  const rules = firedRules({ findings, rules: report.rules });
  const context: Context = { root, ruleIndex: new Map(rules.map(({ slug }, index) => [slug, index])) };
  const prints = fingerprints(findings, report.lines, (file) => pathFrom(root, file));
  const { name, version, informationUri } = report.tool;
  return jsonText({
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: { name, version, semanticVersion: version, informationUri, rules: rules.map(sarifRule) },
        },
        invocations: [{ executionSuccessful: true }],
        originalUriBaseIds: {
          '%SRCROOT%': { description: { text: 'The folder that paths are relative to.' } },
        },
        columnKind: 'utf16CodeUnits',
        results: findings.map((finding, index) => resultOf(finding, prints[index] ?? '', context)),
      },
    ],
  });
}

interface Context {
  readonly root: string | undefined;
  readonly ruleIndex: ReadonlyMap<string, number>;
}

function resultOf(finding: Finding, fingerprint: string, { root, ruleIndex }: Context): object {
  const { code, document, path, cluster, rejectedBy } = finding;
  return {
    ruleId: finding.rule,
    ruleIndex: ruleIndex.get(finding.rule) ?? -1,
    level: sarifLevel(finding.severity),
    message: { text: messageOf(finding) },
    ...sarifLocations(finding, root),
    partialFingerprints: { primaryLocationLineHash: fingerprint },
    ...fixesOf(finding, root),
    properties: {
      code,
      document,
      path: printable(path),
      ...(cluster !== undefined && { cluster }),
      rejectedBy,
    },
  };
}

/** Code scanning shows related locations only where the message links to them by their id. */
function messageOf({ message, hint, cluster, related }: Finding): string {
  const links = related.map(
    (other, index) => `[${printable(other.message).replace(/[[\]\\]/g, '\\$&')}](${index + 1})`,
  );
  return [
    unlinked(message),
    ...(cluster === undefined ? [] : [`Cluster: ${unlinked(cluster)}`]),
    ...(hint === undefined ? [] : [`Hint: ${unlinked(hint)}`]),
    ...(links.length === 0 ? [] : [`See also: ${links.join(', ')}`]),
  ].join('\n');
}

/** `[text](target)` is a link in SARIF messages: names from the user's files must not become one. */
function unlinked(text: string): string {
  return printable(text).replaceAll('](', '\\](');
}

function fixesOf({ file, fixes }: Finding, root: string | undefined): object {
  const usable = fixes.filter(({ edits }) => edits.length > 0);
  if (usable.length === 0) return {};
  return {
    fixes: usable.map(({ description, edits }) => ({
      description: { text: printable(description) },
      artifactChanges: [
        {
          artifactLocation: artifactLocation(file, root),
          replacements: edits.map(({ range, text }) => ({
            deletedRegion: regionOf(range),
            insertedContent: { text },
          })),
        },
      ],
    })),
  };
}
