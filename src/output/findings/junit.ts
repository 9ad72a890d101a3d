import type { Finding } from '../../finding.ts';
import { sortFindings } from '../../finding-order.ts';
import type { FailOn, FindingReport, FormatOptions } from '../report.ts';
import { byFile } from './by-file.ts';
import { fails } from './fails.ts';
import { pathFrom } from './file-path.ts';
import { remarks } from './remarks.ts';
import { renderXml } from './xml.ts';
import type { XmlElement } from './xml.ts';

/**
 * JUnit XML: a suite per file, a case per rule that has findings in it, one passing case in a clean file. A case fails
 * when one of its findings reaches `failOn` (errors unless told otherwise); lesser findings are its output.
 */
export function formatJunit(report: FindingReport, { root, failOn = 'error' }: FormatOptions = {}): string {
  const groups = byFile(sortFindings(report.findings));
  const files = [...new Set([...report.files, ...groups.keys()])].sort();
  const suites = files.map((file): [string, Case[]] => {
    const path = pathFrom(root, file);
    return [path, casesOf(path, groups.get(file) ?? [], { root, failOn })];
  });
  return renderXml({
    name: 'testsuites',
    attributes: { name: report.tool.name, ...totals(suites.flatMap(([, cases]) => cases)) },
    content: suites.map(([path, cases]) => ({
      name: 'testsuite',
      attributes: { name: path, ...totals(cases) },
      content: cases.map(({ element }) => element),
    })),
  });
}

interface Case {
  readonly element: XmlElement;
  readonly failed: boolean;
}

interface CaseOptions {
  readonly root: string | undefined;
  readonly failOn: FailOn;
}

function casesOf(path: string, findings: readonly Finding[], options: CaseOptions): Case[] {
  if (findings.length === 0) return [{ element: testcase('no findings', path, []), failed: false }];
  const names = [...new Set(findings.map(caseName))];
  return names.map((name) => {
    const own = findings.filter((finding) => caseName(finding) === name);
    return caseOf(name, path, own, options);
  });
}

function caseName({ code, rule }: Finding): string {
  return `${code} ${rule}`;
}

/** One outcome per case, however many findings: readers of JUnit files expect no second one. */
function caseOf(
  name: string,
  path: string,
  findings: readonly Finding[],
  { root, failOn }: CaseOptions,
): Case {
  const failure = findings.find(({ severity }) => fails(severity, failOn));
  const content = findings.map((finding) => lineOf(finding, path, root)).join('\n');
  const outcome: XmlElement =
    failure === undefined
      ? { name: 'system-out', attributes: {}, content }
      : { name: 'failure', attributes: { message: failure.message, type: failure.severity }, content };
  return { element: testcase(name, path, [outcome]), failed: failure !== undefined };
}

function testcase(name: string, classname: string, content: readonly XmlElement[]): XmlElement {
  return { name: 'testcase', attributes: { name, classname }, content };
}

function lineOf(finding: Finding, path: string, root: string | undefined): string {
  const { range, severity, message } = finding;
  const line = `${path}:${range.start.line}:${range.start.column}: ${severity} ${message}`;
  return [line, ...remarks(finding, root).map(([label, text]) => `  ${label}: ${text}`)].join('\n');
}

function totals(cases: readonly Case[]): Record<string, number> {
  return { tests: cases.length, failures: cases.filter(({ failed }) => failed).length, errors: 0 };
}
