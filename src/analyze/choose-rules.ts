import type { Finding } from '../finding.ts';
import { ruleInfos } from '../validate/index.ts';
import type { AnalyzeOptions } from './analysis-options.ts';
import { RuleNames, unreadableCode, type Policy } from './policy/index.ts';
import type { AnalysisRule } from './rule.ts';

type Choice = Pick<AnalyzeOptions, 'only' | 'policy' | 'compat'>;

/**
 * The rules that run: those asked for, or all but the ones that are off unless they are given a severity. Throws
 * `MeshctlError('usage')` for a name that no rule has, of those about single objects neither.
 */
export async function chooseRules(
  rules: readonly AnalysisRule[],
  { only, policy, compat }: Choice,
): Promise<readonly AnalysisRule[]> {
  const asked = new Set(only ?? withSeverity(policy));
  if (only !== undefined) {
    const names = new RuleNames([...(await ruleInfos()), ...rules]);
    for (const name of only) asked.add(names.resolve(name, '--rule'));
  }
  return rules.filter((rule) => {
    if (asked.has(rule.slug) || asked.has(rule.code)) return true;
    if (only !== undefined || rule.optIn === true) return false;
    return compat === undefined ? rule.compatOnly !== true : rule.code.startsWith('IST');
  });
}

/** Whether a finding about a single object is asked for; documents that could not be read are always told of. */
export const isWanted = ({ code, rule }: Finding, { only }: Choice): boolean =>
  only === undefined ||
  code === unreadableCode ||
  only.some((name) => name === rule || name.toUpperCase() === code);

/** Names of rules that some layer gives a severity. */
const withSeverity = (policy: Policy | undefined): string[] =>
  (policy?.severities ?? []).flatMap(({ levels }) =>
    [...levels].flatMap(([name, level]) => (level === 'off' ? [] : [name])),
  );
