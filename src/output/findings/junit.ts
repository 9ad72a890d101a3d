import type { Finding } from '../../finding.ts';
import { sortFindings } from '../../finding-order.ts';
import type { FindingReport, FormatOptions } from '../report.ts';
import { byFile } from './by-file.ts';
import { fails } from './fails.ts';
import { pathFrom } from './file-path.ts';
import { element } from './xml.ts';

/**
 * JUnit XML: a suite per file, a case per rule that has findings in it, one passing case in a clean file. A case fails
 * when one of its findings reaches `failOn` (errors unless told otherwise); lesser findings are its output.
 */
export function formatJunit(report: FindingReport, { root, failOn = 'error' }: FormatOptions = {}): string {
  const groups = byFile(sortFindings(report.findings));
  const files = [...new Set([...report.files, ...groups.keys()])].sort();
  const suites = files.map((file) => suiteOf(pathFrom(root, file), groups.get(file) ?? [], failOn));
  const xml = element(
    'testsuites',
    { name: report.tool.name, ...totals(suites.flatMap(({ cases }) => cases)) },
    suites.map(({ path, cases }) =>
      element(
        'testsuite',
        { name: path, ...totals(cases) },
        cases.map(({ xml }) => xml),
      ),
    ),
  );
  return `<?xml version="1.0" encoding="UTF-8"?>\n${xml}\n`;
}

interface Case {
  readonly xml: string;
  readonly failed: boolean;
}

function suiteOf(
  path: string,
  findings: readonly Finding[],
  failOn: FailOn,
): { path: string; cases: readonly Case[] } {
  const names = new Set(findings.map(caseName));
  const cases = [...names].map((name) =>
    caseOf(
      name,
      path,
      findings.filter((finding) => caseName(finding) === name),
      failOn,
    ),
  );
  const clean: Case = { xml: element('testcase', { name: 'no findings', classname: path }), failed: false };
  return { path, cases: cases.length === 0 ? [clean] : cases };
}

type FailOn = NonNullable<FormatOptions['failOn']>;

function caseName({ code, rule }: Finding): string {
  return `${code} ${rule}`;
}

function caseOf(name: string, path: string, findings: readonly Finding[], failOn: FailOn): Case {
  const worst = findings.find((finding) => fails(finding.severity, failOn));
  const text = findings.map((finding) => lineOf(finding, path)).join('\n');
  const outcome =
    worst === undefined
      ? element('system-out', {}, text)
      : element('failure', { message: worst.message, type: worst.severity }, text);
  return { xml: element('testcase', { name, classname: path }, [outcome]), failed: worst !== undefined };
}

function lineOf({ range, severity, message, hint }: Finding, path: string): string {
  const line = `${path}:${range.start.line}:${range.start.column}: ${severity} ${message}`;
  return hint === undefined ? line : `${line}\n  hint: ${hint}`;
}

function totals(cases: readonly Case[]): Record<string, string> {
  const failures = cases.filter(({ failed }) => failed).length;
  return { tests: String(cases.length), failures: String(failures), errors: '0' };
}
