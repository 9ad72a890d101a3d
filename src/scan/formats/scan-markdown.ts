import { markdownCode, markdownText } from '../../output/index.ts';
import type { Finding } from '../../finding.ts';
import type { ScanReport } from '../scan-report.ts';
import { scanSections, type ToldVerdict } from './scan-sections.ts';
import { adviceLines, summaryLines } from './summary-lines.ts';
import { groupText, verdictSentences } from './verdict-text.ts';

/** A report for a ticket or a comment: what runs, what is known against it, what to do. */
export function scanMarkdown(report: ScanReport): string {
  const { groups, hardening } = report;
  const { affected, possible, advice, undecided } = scanSections(report);
  const sections = [
    ['# Scan of an Istio mesh', '', ...summaryLines(report).map((line) => `- ${markdownText(line)}`)],
    ...section(
      'What to do',
      adviceLines(report).map((line) => `- ${markdownText(line)}`),
    ),
    ...tableSection(
      'What runs',
      ['Build', 'Pods', 'Support'],
      groups.map((group) => [
        ...[markdownText(groupText(group)), String(group.pods)],
        markdownText([group.support?.reason ?? 'not known', group.skew?.reason].filter(Boolean).join('; ')),
      ]),
    ),
    ...tableSection('Affected', verdictTitles, affected.map(verdictRow)),
    ...tableSection('May be affected', verdictTitles, possible.map(verdictRow)),
    ...tableSection('Advice', verdictTitles, advice.map(verdictRow)),
    ...section(
      'Not decided',
      undecided.map(
        ({ group, why, count }) => `- ${markdownText(`${groupText(group)}: ${count} advisories: ${why}`)}`,
      ),
    ),
    ...tableSection('Risky settings', ['Severity', 'Place', 'Setting', 'Rule'], hardening.map(settingRow)),
  ];
  return sections.map((lines) => `${lines.join('\n')}\n`).join('\n');
}

const section = (title: string, lines: readonly string[]): readonly (readonly string[])[] =>
  lines.length === 0 ? [] : [[`## ${title}`, '', ...lines]];

function tableSection(
  title: string,
  titles: readonly string[],
  rows: readonly (readonly string[])[],
): readonly (readonly string[])[] {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  const head = [line(titles), line(titles.map(() => '---'))];
  return section(title, rows.length === 0 ? [] : [...head, ...rows.map(line)]);
}

const verdictTitles = ['Severity', 'Advisory', 'Builds', 'Why'];

function verdictRow({ advisory, alike, first }: ToldVerdict): readonly string[] {
  const { id, title, cves, provenance } = advisory;
  const name = provenance.url === undefined ? markdownText(id) : `[${markdownText(id)}](${provenance.url})`;
  const places = first.verdict.evidence.flatMap(({ file, path, range }) =>
    file === '' ? [] : [markdownCode(`${file}${range ? `:${range.start.line}` : ''} ${path}`)],
  );
  return [
    first.verdict.severity,
    `${name}: ${markdownText([title, ...cves].join(', '))}`,
    alike.map(({ group }) => markdownText(groupText(group))).join('<br>'),
    [...verdictSentences(first).map(markdownText), ...places.slice(0, 3)].join('<br>'),
  ];
}

const settingRow = ({ severity, file, range, message, rule }: Finding): readonly string[] => [
  ...[severity, markdownCode(`${file}:${range.start.line}`), markdownText(message), markdownCode(rule)],
];
