import type { Finding, Severity } from '../../finding.ts';
import { printable } from '../printable.ts';
import type { FindingReport, FormatOptions } from '../report.ts';
import { bySeverity } from './by-severity.ts';
import { pathFrom } from './file-path.ts';
import { remarkLines } from './remark-lines.ts';

const commands: Record<Severity, string> = { error: 'error', warning: 'warning', info: 'notice' };

/**
 * Workflow commands that GitHub Actions turns into annotations of the changed files, the worst first. It shows ten of
 * each severity per step: `githubSummary` holds the rest.
 */
export function formatGithub({ tool, findings }: FindingReport, { root }: FormatOptions = {}): string {
  return bySeverity(findings)
    .map((finding) => `${annotation(finding, tool.name, root)}\n`)
    .join('');
}

function annotation(finding: Finding, tool: string, root: string | undefined): string {
  const { code, rule, file, range, message } = finding;
  const properties = {
    title: `${tool} ${code} (${rule})`,
    file: pathFrom(root, file),
    line: String(range.start.line),
    col: String(range.start.column),
    endLine: String(range.end.line),
    endColumn: String(range.end.column),
  };
  const list = Object.entries(properties).map(([key, value]) => `${key}=${escapeProperty(value)}`);
  const text = [message, ...remarkLines(finding, root)].map(escapeData).join('%0A');
  return `::${commands[finding.severity]} ${list.join(',')}::${text}`;
}

/** `%`, and line ends, would end the command or forge another one; the page shows them as they were. */
function escapeData(text: string): string {
  const lines = text
    .replaceAll('%', '%25')
    .split(/(\r|\n)/)
    .map((part) => (part === '\r' ? '%0D' : part === '\n' ? '%0A' : printable(part)));
  return lines.join('');
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
