import { compareText } from '../../compare-text.ts';
import type { Finding } from '../../finding.ts';
import type { FindingReport, RuleInfo } from '../report.ts';

/** The rules that have findings, by slug. What nothing more is known of is described by its first finding. */
export function firedRules({ findings, rules }: Pick<FindingReport, 'findings' | 'rules'>): RuleInfo[] {
  const known = new Map(rules.map((rule) => [rule.slug, rule]));
  const fired = new Map<string, RuleInfo>();
  for (const finding of findings) {
    if (!fired.has(finding.rule)) fired.set(finding.rule, known.get(finding.rule) ?? ruleOf(finding));
  }
  return [...fired.values()].sort((a, b) => compareText(a.slug, b.slug));
}

function ruleOf({ rule, code, severity, docs }: Finding): RuleInfo {
  return { slug: rule, code, summary: rule, severity, docs, help: '' };
}
