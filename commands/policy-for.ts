import type { AnalysisRule } from '../src/analyze/index.ts';
import { policyOf, RuleNames, type Policy } from '../src/analyze/policy/index.ts';
import { ruleCatalogue } from '../src/rule-catalogue.ts';
import type { CommandIo } from './command-io.ts';

/**
 * What the settings of the project and the values of `--suppress` make of findings. The names of all rules, and of the
 * project's own, are loaded only where some are to be checked.
 */
export async function policyFor(
  { project }: CommandIo,
  suppress: readonly string[],
  own: readonly AnalysisRule[],
): Promise<Policy> {
  const idle = project === undefined && suppress.length === 0;
  return policyOf(project?.policy, suppress, new RuleNames(idle ? [] : await ruleCatalogue(own)));
}
