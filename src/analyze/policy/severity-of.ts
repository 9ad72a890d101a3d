import type { Finding } from '../../finding.ts';
import type { Level } from './policy.ts';
import type { PolicyScan } from './policy-scan.ts';

/** The severity that the settings give a finding, or its own. */
export function severityOf({ code, rule, file, severity }: Finding, scan: PolicyScan): Level {
  let level: Level = severity;
  for (const { files, levels } of scan.policy.severities) {
    const given = levels.get(rule) ?? levels.get(code);
    if (given !== undefined && scan.isIn(file, files)) level = given;
  }
  return level;
}
