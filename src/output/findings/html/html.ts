import type { Finding } from '../../../finding.ts';
import { sortFindings } from '../../../finding-order.ts';
import { element, joined, newline, pageText, type Markup } from '../../html/index.ts';
import type { FindingReport } from '../../report.ts';
import { countChecked, countFindings } from '../../summary-counts.ts';
import { byFile } from '../by-file.ts';
import { portablePath } from '../file-path.ts';
import { controls } from './controls.ts';
import { findingItem } from './finding-item.ts';
import { script } from './script.ts';
import { style } from './style.ts';
import { undecidedTable } from './undecided-table.ts';

/**
 * One page that needs nothing from elsewhere: findings by file, each with its source. It can be read and printed as it
 * is; its script adds filters and grouping. The policy in its head lets no other script and no style run.
 */
export function formatHtml(report: FindingReport): string {
  const findings = sortFindings(report.findings);
  const title = `${report.tool.name}: ${countFindings(report.summary)}`;
  return pageText({
    ...{ title, style, script },
    body: [
      element('a', { class: 'skip', href: '#findings' }, 'Skip to the findings'),
      newline,
      header(title, report),
      newline,
      ...(findings.length > 1 ? [controls(findings), newline] : []),
      element('main', { id: 'findings' }, newline, ...groups(findings, report)),
      newline,
      ...undecidedTable(report.summary),
      footer(report),
      newline,
    ],
  });
}

function header(title: string, { summary, findings }: FindingReport): Markup {
  const hidden = summary.errors + summary.warnings + summary.infos - findings.length;
  const notListed = hidden > 0 ? `, ${hidden} not listed here` : '';
  return element(
    'header',
    {},
    element('h1', {}, title),
    element('p', {}, `${countChecked(summary)}${notListed}`),
  );
}

function groups(findings: readonly Finding[], report: FindingReport): Markup[] {
  if (findings.length === 0) return [element('p', {}, 'No findings.'), newline];
  const numbers = new Map(findings.map((finding, index) => [finding, index + 1]));
  return Array.from(byFile(findings), ([file, own]) =>
    joined(
      group(portablePath(file), own, (finding) => findingItem(finding, numbers.get(finding) ?? 0, report)),
      newline,
    ),
  );
}

/** What `draw` in the script makes, too. */
function group(name: string, findings: readonly Finding[], itemOf: (finding: Finding) => Markup): Markup {
  const count = element('span', { class: 'count' }, String(findings.length));
  return element(
    'details',
    { class: 'group', open: true },
    element('summary', {}, element('h2', {}, name), ' ', count),
    element('ol', {}, newline, ...findings.flatMap((finding) => [itemOf(finding), newline])),
  );
}

function footer({ tool }: FindingReport): Markup {
  return element(
    'footer',
    {},
    element('a', { href: tool.informationUri, rel: 'noreferrer' }, `${tool.name} ${tool.version}`),
  );
}
