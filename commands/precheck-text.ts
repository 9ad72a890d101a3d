import { failsPrecheck, type Check, type PrecheckReport } from '../src/install/precheck/index.ts';
import { groupBy } from '../src/group-by.ts';
import { paint, printable, type Body } from '../src/output/index.ts';

/** A report for people: a line for each check, its findings below it. */
export function precheckText(report: PrecheckReport, colors: boolean): string {
  const { ok, error, warning, info, dim, bold } = paint(colors);
  const styles = { ok, error, warning, info, unknown: dim };
  const groups = groupBy(report.checks, ({ name }) => name.replace(/\/.*/, ''));
  const lines = [...groups].flatMap(([group, checks]) => [
    bold(group),
    ...checks.flatMap((check) => [
      `  ${styles[check.outcome](marks[check.outcome])} ${titleOf(check)}`,
      ...check.findings.flatMap(({ code, origin, message, hint, severity }) => [
        `      ${styles[severity](severity)} ${code} ${printable(`${origin}: ${message}`)}`,
        `        ${dim(printable(hint))}`,
      ]),
    ]),
    '',
  ]);
  const verdict = failsPrecheck(report) ? error('the cluster is not ready') : ok('nothing speaks against it');
  return `${[...lines, verdict].join('\n')}\n`;
}

/** The report for programs. */
export function precheckDocument(report: PrecheckReport): Body {
  return {
    outcome: failsPrecheck(report) ? 'failed' : 'passed',
    checks: report.checks.map(({ findings, ...check }) => ({
      ...check,
      findings: findings.map((finding) => ({ ...finding })),
    })),
  };
}

const marks: Readonly<Record<Check['outcome'], string>> = {
  ok: '√',
  info: '√',
  warning: '‼',
  error: '×',
  unknown: '?',
};

const titleOf = ({ title, outcome }: Check): string =>
  outcome === 'unknown' ? `${title}: could not be read` : title;
