import type { Static } from 'typebox';
import type { DestinationRuleSpec, Subset } from '../api/destination-rule.ts';
import type { Path } from '../path.ts';
import type { Loose } from './loose.ts';
import { errorRule, type Check, type CheckContext, type RuleInfo } from './rule.ts';
import { checkTrafficPolicy, trafficPolicyRules } from './traffic-policy.ts';
import { checkExportTo } from './values/export-to.ts';
import { checkWildcardDomain } from './values/hosts.ts';
import { checkLabels } from './values/labels.ts';
import { checkSelector } from './values/selectors.ts';
import { checkSubsetName } from './values/subsets.ts';

const subsetDuplicate = errorRule({
  slug: 'subset/duplicate',
  summary: 'Each subset has a name of its own.',
  message: ({ name }: { name: string }) => `there is already a subset ${JSON.stringify(name)}`,
});

export const destinationRuleRules: readonly RuleInfo[] = [subsetDuplicate, ...trafficPolicyRules];

/** The rules of Istio for a DestinationRule. */
export const checkDestinationRule: Check<Loose<Static<typeof DestinationRuleSpec>>> = (spec, context) => {
  const { namespace, report } = context;
  const { host = '', trafficPolicy, subsets = [], exportTo = [], workloadSelector } = spec;
  checkWildcardDomain(host, ['spec', 'host'], report);
  if (trafficPolicy !== undefined) checkTrafficPolicy(trafficPolicy, ['spec', 'trafficPolicy'], context);
  checkSubsets(subsets, ['spec', 'subsets'], context);
  const ownOnly = workloadSelector !== undefined;
  checkExportTo(exportTo, { namespace, ownOnly }, ['spec', 'exportTo'], report);
  if (workloadSelector !== undefined) checkSelector(workloadSelector, ['spec', 'workloadSelector'], report);
};

function checkSubsets(
  subsets: readonly Loose<Static<typeof Subset>>[],
  path: Path,
  context: CheckContext,
): void {
  const names = new Set<string>();
  for (const [index, { name = '', labels, trafficPolicy }] of subsets.entries()) {
    const place = [...path, index];
    checkSubsetName(name, [...place, 'name'], context.report);
    if (name !== '' && names.has(name)) context.report(subsetDuplicate, [...place, 'name'], { name });
    names.add(name);
    if (labels !== undefined) checkLabels(labels, [...place, 'labels'], context.report);
    if (trafficPolicy !== undefined) checkTrafficPolicy(trafficPolicy, [...place, 'trafficPolicy'], context);
  }
}
