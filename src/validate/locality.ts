import type { Static } from 'typebox';
import type { LocalityLoadBalancerSetting, ZoneAwareLoadBalancerSetting } from '../api/traffic-policy.ts';
import type { Path } from '../path.ts';
import { checkDistribution, localityWeightRules } from './locality-weights.ts';
import type { Loose } from './loose.ts';
import { errorRule, warningRule, type Report, type RuleInfo } from './rule.ts';

type Locality = Loose<Static<typeof LocalityLoadBalancerSetting>>;
type ZoneAware = Loose<Static<typeof ZoneAwareLoadBalancerSetting>>;
type Failover = NonNullable<Locality['failover']>[number];

const distributeAndFailover = errorRule({
  slug: 'loadbalancer/distribute-and-failover',
  summary: 'Traffic is distributed over localities by weight or fails over between regions, not both.',
  message: () => '`distribute` and `failover` exclude each other',
});

const failoverPriorityTopology = errorRule({
  slug: 'loadbalancer/failover-priority-topology',
  summary: 'Where regions fail over to regions, the failover priority has no topology labels.',
  message: ({ label }: { label: string }) => `\`failoverPriority\` cannot contain ${label} here`,
  hint: 'Order the regions with `failover`, and the endpoints within them by labels of other kinds.',
});

const sameRegion = errorRule({
  slug: 'loadbalancer/failover-same-region',
  summary: 'A region fails over to another region.',
  message: ({ region }: { region: string }) =>
    region === ''
      ? 'the failover has neither `from` nor `to`'
      : `region ${JSON.stringify(region)} would fail over to itself`,
});

const regionOnly = errorRule({
  slug: 'loadbalancer/failover-region',
  summary: 'Failover goes from region to region: no zones, no wildcards.',
  message: ({ region }: { region: string }) => `${JSON.stringify(region)} is not the name of a region`,
  hint: 'Write the region alone, such as `us-east`.',
});

const needsOutlierDetection = warningRule({
  slug: 'loadbalancer/failover-needs-outlier-detection',
  summary: 'Failover comes with outlier detection, which finds out that endpoints fail.',
  message: () => 'without `outlierDetection` nothing ever fails over',
  hint: 'Add `outlierDetection` to the same traffic policy.',
});

export const localityRules: readonly RuleInfo[] = [
  ...[distributeAndFailover, failoverPriorityTopology, sameRegion, regionOnly, needsOutlierDetection],
  ...localityWeightRules,
];

interface Surroundings {
  /** Whether endpoints that fail are detected. */
  readonly outlierDetection: boolean;
}

/** Checks weights and failover of localities. */
export function checkLocality(setting: Locality, around: Surroundings, path: Path, report: Report): void {
  const { distribute = [], failover = [], failoverPriority = [] } = setting;
  if (distribute.length > 0 && failover.length > 0) {
    report(distributeAndFailover, path, {}, [...path, 'distribute']);
    return;
  }
  if (failover.length > 0 && hasTopologyLabel(failoverPriority, path, report)) return;
  if (distribute.length > 0) checkDistribution(distribute, [...path, 'distribute'], report);
  checkFailover(setting, around, path, report);
}

/** Checks failover with zone-aware routing. */
export function checkZoneAware(setting: ZoneAware, around: Surroundings, path: Path, report: Report): void {
  if (hasTopologyLabel(setting.failoverPriority ?? [], path, report)) return;
  checkFailover(setting, around, path, report);
}

const topologyLabels = new Set([
  'topology.kubernetes.io/region',
  'topology.kubernetes.io/zone',
  'topology.istio.io/subzone',
]);

function hasTopologyLabel(priority: readonly string[], path: Path, report: Report): boolean {
  const index = priority.findIndex((label) => topologyLabels.has(label));
  const label = priority[index];
  if (label === undefined) return false;
  report(failoverPriorityTopology, [...path, 'failoverPriority', index], { label });
  return true;
}

function checkFailover(
  { failover = [], failoverPriority = [] }: Locality | ZoneAware,
  { outlierDetection }: Surroundings,
  path: Path,
  report: Report,
): void {
  if (!outlierDetection && (failover.length > 0 || failoverPriority.length > 0))
    report(needsOutlierDetection, path, {}, [...path, failover.length > 0 ? 'failover' : 'failoverPriority']);
  for (const [index, item] of failover.entries()) checkRegions(item, [...path, 'failover', index], report);
}

function checkRegions({ from = '', to = '' }: Failover, path: Path, report: Report): void {
  if (from === to) report(sameRegion, path, { region: from }, [...path, 'to']);
  for (const [name, region] of Object.entries({ from, to }))
    if (/[/*]/.test(region)) report(regionOnly, [...path, name], { region });
}
