import { closest } from '../closest.ts';
import { MeshctlError } from '../errors.ts';
import type { AnalyzeOptions } from './analysis-options.ts';
import type { AnalysisRule } from './rule.ts';

/** The rules that run: those asked for, or all but the ones that are off unless somebody wants them. */
export function chooseRules(
  rules: readonly AnalysisRule[],
  { only, also = [], compat }: Pick<AnalyzeOptions, 'only' | 'also' | 'compat'>,
): readonly AnalysisRule[] {
  const wanted = new Set([...(only ?? []), ...also].map((name) => known(name, rules)));
  const asked = (rule: AnalysisRule): boolean => wanted.has(rule.slug) || wanted.has(rule.code.toLowerCase());
  return rules.filter((rule) => {
    if (asked(rule)) return true;
    if (only !== undefined || rule.optIn === true) return false;
    return compat === undefined ? rule.compatOnly !== true : rule.code.startsWith('IST');
  });
}

/** The slug or the code in lower case. Throws `MeshctlError('usage')` for what is neither. */
function known(name: string, rules: readonly AnalysisRule[]): string {
  const wanted = name.toLowerCase();
  if (rules.some(({ slug, code }) => slug === wanted || code.toLowerCase() === wanted)) return wanted;
  const meant = closest(
    name,
    rules.flatMap(({ slug, code }) => [slug, code]),
  );
  throw new MeshctlError('usage', `there is no rule ${JSON.stringify(name)}`, {
    hint: meant === undefined ? '`meshctl rules` lists all rules' : `did you mean ${meant}?`,
  });
}
