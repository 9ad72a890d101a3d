import type { Severity } from './finding.ts';
import type { FindingReport, RuleInfo, Summary } from './output/index.ts';
import type { Validation } from './validate/index.ts';
import { version } from './version.ts';

/**
 * What the formats of findings show, from the outcome of `validate` or `analyze`. Only SARIF tells of `rules` (from `ruleInfos()`,
 * which loads the rules of every kind); without them it describes a rule by its first finding.
 */
export function findingReport(outcome: Outcome, rules: readonly RuleInfo[] = []): FindingReport {
  const { findings, files, lines } = outcome;
  return {
    tool: { name: 'meshctl', version, informationUri: 'https://meshctl.dev' },
    findings,
    files,
    lines,
    summary: summaryOf(outcome),
    rules,
  };
}

/** What `validate` or `analyze` found, and what is known of the run besides. */
type Outcome = Validation &
  Partial<Pick<Summary, 'suppressed' | 'baselined' | 'undecided' | 'rulesRun' | 'milliseconds'>>;

function summaryOf(outcome: Outcome): Summary {
  const { findings, files, documents, resources, skipped, rulesRun, milliseconds } = outcome;
  const { suppressed = 0, baselined = 0, undecided = [] } = outcome;
  const count = (severity: Severity): number =>
    findings.filter((finding) => finding.severity === severity).length;
  return {
    files: files.length,
    documents,
    resources,
    skipped,
    errors: count('error'),
    warnings: count('warning'),
    infos: count('info'),
    ...{ suppressed, baselined, undecided },
    ...(rulesRun !== undefined && { rulesRun }),
    ...(milliseconds !== undefined && { milliseconds }),
  };
}
