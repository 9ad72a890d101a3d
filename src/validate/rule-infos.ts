import { compareText } from '../compare-text.ts';
import { rulePage } from './rule-page.ts';
import type { RuleInfo } from './rule.ts';

/** What is known of a rule, with the address of the section about it and what to do in Markdown. */
export interface DocumentedRule extends RuleInfo {
  readonly docs: string;
  readonly help: string;
}

/** All rules of `validate`, each once, in the order of their slugs. */
export async function ruleInfos(): Promise<DocumentedRule[]> {
  const { allRules } = await import('./all-rules.ts');
  const bySlug = new Map(allRules.map((rule) => [rule.slug, rule]));
  return [...bySlug.values()].map(documented).sort((a, b) => compareText(a.slug, b.slug));
}

const documented = ({ slug, code, severity, summary, hint }: RuleInfo): DocumentedRule => ({
  ...{ slug, code, severity, summary },
  ...(hint !== undefined && { hint }),
  docs: rulePage(slug),
  help: hint === undefined ? summary : `${summary} ${hint}`,
});
