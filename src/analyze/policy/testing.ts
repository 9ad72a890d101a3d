import type { Finding } from '../../finding.ts';
import { readText } from '../../resources/index.ts';
import { toFinding } from '../../validate/index.ts';
import { parsePath } from '../../path.ts';
import { applyPolicy, type PolicyResult } from './apply-policy.ts';
import { policyOf, type PolicySettings } from './policy-settings.ts';
import { PolicyScan, type ScanOptions } from './policy-scan.ts';
import { policyRules } from './rules.ts';
import { RuleNames } from './rule-names.ts';

/** Rules for tests: two codes, one of them shared by two rules. */
export const rules = new RuleNames([
  { code: 'IST0101', slug: 'gateway/missing' },
  { code: 'IST0106', slug: 'redirect/code' },
  { code: 'IST0106', slug: 'port/number' },
  { code: 'MSH0001', slug: 'yaml/syntax' },
  ...policyRules,
]);

/** What a test finds: `[code, rule, path]`, in the resource of this number, or of the last one. */
export type Found = readonly [code: string, rule: string, path: string, resource?: number];

/** What is done with findings in a text. */
export interface Trial {
  readonly text: string;
  readonly found: readonly Found[];
  readonly settings?: PolicySettings;
  readonly flags?: readonly string[];
  readonly ran?: RuleNames;
  readonly options?: Partial<ScanOptions>;
}

/** The policy applied to findings in `mesh/a.yaml` below `/repo`, on 1 March 2026. */
export function judge({ text, found, settings, flags = [], ran, options }: Trial): PolicyResult {
  const read = readText(text, 'mesh/a.yaml');
  const scan = new PolicyScan(policyOf(settings, flags, rules), { cwd: '/repo', ...options });
  scan.add(read);
  const findings = found.map(([code, rule, path, number]): Finding => {
    const resource = read.resources.at(number ?? -1);
    if (resource === undefined) throw new Error('the text holds no such resource');
    const problem = { message: 'wrong', severity: 'error', args: {}, rejectedBy: [] } as const;
    return toFinding({ ...problem, code, rule, path: parsePath(path) ?? [] }, resource);
  });
  return applyPolicy(findings, scan, { rules, ...(ran && { ran }), now: new Date('2026-03-01T12:00:00Z') });
}

/** Findings as tests compare them: `line:column severity rule: message`. */
export function shown({ findings }: Pick<PolicyResult, 'findings'>): readonly string[] {
  return findings.map(
    ({ range: { start }, severity, rule, message }) =>
      `${start.line}:${start.column} ${severity} ${rule}: ${message}`,
  );
}
