import type { Severity } from './finding.ts';
import type { FindingReport, Summary } from './output/index.ts';
import { ruleInfos, type Validation } from './validate/index.ts';
import { version } from './version.ts';

/** What the formats of findings show, from the outcome of `validate`. */
export async function findingReport(validation: Validation): Promise<FindingReport> {
  const { findings, files, lines } = validation;
  return {
    tool: { name: 'meshctl', version, informationUri: 'https://meshctl.dev' },
    findings,
    files,
    lines,
    summary: summaryOf(validation),
    rules: await ruleInfos(),
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
  };
}
