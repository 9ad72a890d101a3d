import type { Severity } from './finding.ts';
import type { FindingReport, RuleInfo, Summary } from './output/index.ts';
import type { Validation } from './validate/index.ts';
import { version } from './version.ts';

/**
 * What the formats of findings show, from the outcome of `validate`. Only SARIF tells of `rules` (from `ruleInfos()`,
 * which loads the rules of every kind); without them it describes a rule by its first finding.
 */
export function findingReport(validation: Validation, rules: readonly RuleInfo[] = []): FindingReport {
  const { findings, files, lines } = validation;
  return {
    tool: { name: 'meshctl', version, informationUri: 'https://meshctl.dev' },
    findings,
    files,
    lines,
    summary: summaryOf(validation),
    rules,
  };
}

function summaryOf({ findings, files, documents, resources, skipped }: Validation): Summary {
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
    suppressed: 0,
    baselined: 0,
    undecided: [],
  };
}
