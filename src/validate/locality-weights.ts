import type { Static } from 'typebox';
import type { LocalityLoadBalancerSettingDistribute } from '../api/traffic-policy.ts';
import type { Path } from '../path.ts';
import { LocalityIndex } from './locality-index.ts';
import type { Loose } from './loose.ts';
import { errorRule, type Report, type RuleInfo } from './rule.ts';

type Distribution = readonly Loose<Static<typeof LocalityLoadBalancerSettingDistribute>>[];

const weightRange = errorRule({
  slug: 'loadbalancer/locality-weight',
  summary: 'The weight of a locality lies between 1 and 100.',
  message: ({ weight }: { weight: number }) => `weight ${weight} is not between 1 and 100`,
  hint: 'Leave out the localities that are to get no traffic.',
});

const weightSum = errorRule({
  slug: 'loadbalancer/locality-weight-sum',
  summary: 'The weights of the localities that share the traffic of one locality add up to 100.',
  message: ({ sum }: { sum: number }) => `the weights add up to ${sum}, not to 100`,
});

const form = errorRule({
  slug: 'loadbalancer/locality',
  summary: 'A locality is `region/zone/subzone`, without empty parts; what is missing at the end may be `*`.',
  message: ({ locality }: { locality: string }) => `${JSON.stringify(locality)} is not a locality`,
  hint: 'Such as `us-east`, `us-east/a` or `us-east/a/*`; one `*` at most, at the very end.',
});

const overlap = errorRule({
  slug: 'loadbalancer/locality-overlap',
  summary: 'No locality falls under two entries.',
  message: ({ locality, other }: { locality: string; other: string }) =>
    `${JSON.stringify(locality)} overlaps with ${JSON.stringify(other)}`,
});

export const localityWeightRules: readonly RuleInfo[] = [weightRange, weightSum, form, overlap];

/** Checks how the traffic that comes from a locality is shared out among localities. */
export function checkDistribution(distribution: Distribution, path: Path, report: Report): void {
  const sources: Entry[] = [];
  for (const [index, { from = '', to = {} }] of distribution.entries()) {
    const place = [...path, index, 'from'];
    sources.push({ locality: from, path: place, mark: place });
    checkWeights(to, [...path, index, 'to'], report);
  }
  checkLocalities(sources, { laterCovers: false }, path, report);
}

function checkWeights(to: Readonly<Record<string, number>>, path: Path, report: Report): void {
  let sum = 0;
  for (const [locality, weight] of Object.entries(to)) {
    if (weight < 1 || weight > 100) {
      report(weightRange, [...path, locality], { weight });
      return;
    }
    sum += weight;
  }
  if (sum !== 100) report(weightSum, path, { sum });
  const targets = Object.keys(to).map((locality) => ({ locality, path, mark: [...path, locality] }));
  checkLocalities(targets, { laterCovers: true }, path, report);
}

interface Entry {
  readonly locality: string;
  readonly path: Path;
  readonly mark: Path;
}

interface Overlap {
  /** Whether a wildcard overlaps with the localities before it too; otherwise those are the exceptions from it. */
  readonly laterCovers: boolean;
}

function checkLocalities(
  entries: readonly Entry[],
  { laterCovers }: Overlap,
  path: Path,
  report: Report,
): void {
  const seen = new LocalityIndex();
  for (const { locality, ...place } of entries) {
    const parts = partsOf(locality);
    if (parts === undefined) {
      report(form, place.path, { locality }, place.mark);
      return;
    }
    const other = seen.overlapping(parts, laterCovers);
    if (other !== undefined) {
      report(overlap, path, { locality, other }, place.mark);
      return;
    }
    seen.add(locality, parts);
  }
}

/** Region, zone and subzone; undefined where one of them is empty or a `*` is not the last character. */
function partsOf(locality: string): string[] | undefined {
  const star = locality.indexOf('*');
  if (star !== -1 && star < locality.length - 1) return undefined;
  const [region = '', zone, ...subzone] = locality.split('/');
  const parts = [region];
  if (zone !== undefined) parts.push(zone);
  if (subzone.length > 0) parts.push(subzone.join('/'));
  return parts.includes('') ? undefined : parts;
}
