import { rulePage } from './rule-page.ts';
import type { RuleInfo } from './rule.ts';

/** All rules of `validate`, with the addresses of their pages, in the order of their slugs. */
export async function ruleInfos(): Promise<(RuleInfo & { readonly docs: string; readonly help: string })[]> {
  const lists = await Promise.all(sources.map((load) => load()));
  return lists
    .flat()
    .map((rule) => ({ ...rule, docs: rulePage(rule.slug), help: rule.hint ?? rule.summary }))
    .sort((a, b) => (a.slug < b.slug ? -1 : 1));
}

const sources: readonly (() => Promise<readonly RuleInfo[]>)[] = [
  async () => (await import('../api/index.ts')).schemaRules,
  async () => [(await import('./unknown-kind.ts')).unknownKindRule],
];
