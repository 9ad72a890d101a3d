import { closest } from '../closest.ts';
import { MeshctlError } from '../errors.ts';
import type { AnalyzeOptions } from './analysis-options.ts';
import type { Policy } from './policy/index.ts';
import type { AnalysisRule } from './rule.ts';

/** The rules that run: those asked for, or all but the ones that are off unless they are given a severity. */
export function chooseRules(
  rules: readonly AnalysisRule[],
  { only, policy, compat }: Pick<AnalyzeOptions, 'only' | 'policy' | 'compat'>,
): readonly AnalysisRule[] {
  const wanted = new Set([
    ...(only ?? []).map((name) => known(name, rules)),
    ...(only === undefined ? withSeverity(policy) : []),
  ]);
  const asked = (rule: AnalysisRule): boolean => wanted.has(rule.slug) || wanted.has(rule.code);
  return rules.filter((rule) => {
    if (asked(rule)) return true;
    if (only !== undefined || rule.optIn === true) return false;
    return compat === undefined ? rule.compatOnly !== true : rule.code.startsWith('IST');
  });
}

/** Names of rules that some layer gives a severity. */
const withSeverity = (policy: Policy | undefined): string[] =>
  (policy?.severities ?? []).flatMap(({ levels }) =>
    [...levels].flatMap(([name, level]) => (level === 'off' ? [] : [name])),
  );

/** The slug or the code as rules have it. Throws `MeshctlError('usage')` for what is neither. */
function known(name: string, rules: readonly AnalysisRule[]): string {
  for (const wanted of [name, name.toUpperCase()])
    if (rules.some(({ slug, code }) => slug === wanted || code === wanted)) return wanted;
  const meant = closest(
    name,
    rules.flatMap(({ slug, code }) => [slug, code]),
  );
  throw new MeshctlError('usage', `there is no rule ${JSON.stringify(name)}`, {
    hint: meant === undefined ? '`meshctl rules list` names all rules' : `did you mean ${meant}?`,
  });
}
