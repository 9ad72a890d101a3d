import { printable, table, type Paint } from '../../src/output/index.ts';
import {
  adviceLines,
  counted,
  groupText,
  scanSections,
  summaryLines,
  verdictSentences,
  type ComponentGroup,
  type ScanReport,
  type ToldVerdict,
} from '../../src/scan/index.ts';
import type { Finding } from '../../src/finding.ts';

export interface ScanTextOptions {
  readonly styles: Paint;
  /** Whether what may be is told as what is. */
  readonly verbose: boolean;
}

/** A report for people: what runs, what is known against it, what to do. */
export function scanText(report: ScanReport, { styles, verbose }: ScanTextOptions): string {
  const { affected, possible, advice, undecided } = scanSections(report);
  const blocks = [
    report.groups.length === 0 ? ['nothing of Istio was found\n'] : [inventoryTable(report)],
    section(
      'Affected',
      affected.flatMap((one) => toldLines(one, styles)),
      styles,
    ),
    section(
      'May be affected',
      verbose
        ? possible.flatMap((one) => toldLines(one, styles))
        : possible.map((one) => `  ${shortLine(one)}\n`),
      styles,
    ),
    section(
      'Advice',
      advice.flatMap((one) => toldLines(one, styles)),
      styles,
    ),
    section(
      'Not decided',
      undecided.map(
        ({ group, why, count }) => `  ${groupText(group)}: ${counted(count, 'advisory')}: ${why}\n`,
      ),
      styles,
    ),
    section(
      'Risky settings',
      report.hardening.flatMap((one) => settingLines(one, styles)),
      styles,
    ),
    section(
      'What to do',
      adviceLines(report).map((line) => `  ${line}\n`),
      styles,
    ),
    section(
      'Summary',
      summaryLines(report).map((line) => `  ${line}\n`),
      styles,
    ),
  ];
  return blocks
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join(''))
    .join('\n');
}

const section = (title: string, lines: readonly string[], styles: Paint): readonly string[] =>
  lines.length === 0 ? [] : [`${styles.bold(title)}\n`, ...lines];

const inventoryTable = ({ groups }: ScanReport): string =>
  table<ComponentGroup>(
    [
      { header: 'component', cell: ({ component }) => component },
      { header: 'version', cell: versionCell },
      { header: 'from', cell: ({ instances }) => fromCell(instances) },
      { header: 'workloads', cell: ({ instances }) => String(instances.length), align: 'right' },
      { header: 'pods', cell: ({ pods }) => String(pods), align: 'right' },
      { header: 'state', cell: stateCell },
    ],
    groups,
  );

function versionCell({ version, line, vendorSuffix }: ComponentGroup): string {
  const built = version ?? (line === undefined ? 'not known' : `some ${line}`);
  return vendorSuffix === undefined ? built : `${built}-${vendorSuffix}`;
}

const fromCell = (instances: ComponentGroup['instances']): string =>
  [...new Set(instances.map(({ versionFrom, image }) => versionFrom ?? image ?? '-'))].join(', ');

function stateCell({ support, skew, origin }: ComponentGroup): string {
  const built = origin === 'vendor' ? 'built by somebody else' : undefined;
  const known = origin === 'unreleased' ? 'no release that is known' : undefined;
  return [built, known, support?.reason, skew?.reason].filter((text) => text !== undefined).join('; ') || '-';
}

function toldLines({ advisory, alike, first }: ToldVerdict, styles: Paint): readonly string[] {
  const { id, title, cves, workaround, provenance } = advisory;
  const { severity, evidence } = first.verdict;
  const names = cves.length === 0 ? '' : ` (${cves.join(', ')})`;
  const places = evidence.map(
    ({ resource, file, path, range }) =>
      `at ${file === '' ? resource.kind : file}${range === undefined ? '' : `:${range.start.line}:${range.start.column}`} ${path}`,
  );
  const more = places.length > 3 ? [`and ${places.length - 3} more places`] : [];
  const details = [
    alike.map(({ group }) => groupText(group)).join(', '),
    ...verdictSentences(first),
    ...places.slice(0, 3),
    ...more,
    ...(workaround === undefined ? [] : [`until then: ${workaround}`]),
    ...(provenance.url === undefined ? [] : [provenance.url]),
  ];
  return [
    `  ${painted(severity, styles)} ${styles.bold(printable(id))} ${printable(title)}${printable(names)}\n`,
    ...details.map((line) => `    ${printable(line)}\n`),
  ];
}

function painted(severity: ToldVerdict['first']['verdict']['severity'], styles: Paint): string {
  if (severity === 'critical' || severity === 'high') return styles.error(severity);
  return severity === 'low' ? styles.info(severity) : styles.warning(severity);
}

const shortLine = ({ advisory, first }: ToldVerdict): string =>
  printable(`${first.verdict.severity} ${advisory.id} ${advisory.title}: ${first.verdict.why.text}`);

function settingLines(
  { severity, rule, file, range, message, hint }: Finding,
  styles: Paint,
): readonly string[] {
  const place = `${file}:${range.start.line}:${range.start.column}`;
  return [
    `  ${styles[severity](severity)} ${styles.bold(rule)} ${printable(place)}\n`,
    `    ${printable(message)}\n`,
    ...(hint === undefined ? [] : [`    ${printable(hint)}\n`]),
  ];
}
