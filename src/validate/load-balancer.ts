import type { Static } from 'typebox';
import type { LoadBalancerSettings } from '../api/traffic-policy.ts';
import type { Path } from '../path.ts';
import { checkLocality, checkZoneAware, localityRules } from './locality.ts';
import type { Loose } from './loose.ts';
import { errorRule, type Report, type RuleInfo } from './rule.ts';
import { checkDuration } from './values/durations.ts';

type LoadBalancer = Loose<Static<typeof LoadBalancerSettings>>;
type ConsistentHash = NonNullable<LoadBalancer['consistentHash']>;
type Cookie = NonNullable<ConsistentHash['httpCookie']>;
type Warmup = NonNullable<LoadBalancer['warmup']>;

const cookieName = errorRule({
  slug: 'loadbalancer/cookie-name',
  summary: 'A cookie that requests are hashed by has a name.',
  message: () => 'the cookie has no name',
});

const cookieAttribute = errorRule({
  slug: 'loadbalancer/cookie-attribute',
  summary: 'The attributes of a cookie have names, each its own.',
  message: ({ name }: { name: string }) =>
    name === '' ? 'the attribute has no name' : `the attribute ${JSON.stringify(name)} occurs twice`,
});

const ringAndAlgorithm = errorRule({
  slug: 'loadbalancer/ring-and-algorithm',
  summary: 'The old `minimumRingSize` does not stand beside `ringHash` or `maglev`.',
  message: ({ algorithm }: { algorithm: string }) =>
    `\`minimumRingSize\` and \`${algorithm}\` exclude each other`,
  hint: 'Use `ringHash.minimumRingSize`.',
});

const maglevTable = errorRule({
  slug: 'loadbalancer/maglev-table',
  summary: 'The table of Maglev has a prime number of entries below 5000011.',
  message: ({ size }: { size: number }) => `${size} is not a prime number below 5000011`,
  hint: 'The default of Envoy is 65537.',
});

const warmupDuration = errorRule({
  slug: 'loadbalancer/warmup-duration',
  summary: 'A warm-up says how long it lasts.',
  message: () => 'the warm-up has no `duration`',
});

const warmupPercent = errorRule({
  slug: 'loadbalancer/warmup-percent',
  summary: 'The share of traffic that a warm-up starts with is at most 100 percent.',
  message: ({ percent }: { percent: number }) => `${percent} percent is more than 100`,
});

const warmupAggression = errorRule({
  slug: 'loadbalancer/warmup-aggression',
  summary: 'The aggression of a warm-up is above 0.',
  message: ({ aggression }: { aggression: number }) => `${aggression} is not above 0`,
  hint: '1 raises the traffic evenly, more raises it sooner.',
});

const localityAndZoneAware = errorRule({
  slug: 'loadbalancer/locality-and-zone-aware',
  summary: 'Locality load balancing and zone-aware routing do not stand side by side.',
  message: () => '`localityLbSetting` and `zoneAwareLbSetting` exclude each other',
});

export const loadBalancerRules: readonly RuleInfo[] = [
  ...[cookieName, cookieAttribute, ringAndAlgorithm, maglevTable],
  ...[warmupDuration, warmupPercent, warmupAggression, localityAndZoneAware],
  ...localityRules,
];

/** Checks how endpoints are chosen; failover makes sense beside outlier detection only. */
export function checkLoadBalancer(
  settings: LoadBalancer,
  around: { readonly outlierDetection: boolean },
  path: Path,
  report: Report,
): void {
  const { consistentHash, localityLbSetting, zoneAwareLbSetting, warmup } = settings;
  if (consistentHash !== undefined) checkHash(consistentHash, [...path, 'consistentHash'], report);
  if (warmup !== undefined) checkWarmup(warmup, [...path, 'warmup'], report);
  if (localityLbSetting !== undefined && zoneAwareLbSetting !== undefined)
    report(localityAndZoneAware, path, {}, [...path, 'zoneAwareLbSetting']);
  if (localityLbSetting !== undefined)
    checkLocality(localityLbSetting, around, [...path, 'localityLbSetting'], report);
  if (zoneAwareLbSetting !== undefined)
    checkZoneAware(zoneAwareLbSetting, around, [...path, 'zoneAwareLbSetting'], report);
}

function checkHash(hash: ConsistentHash, path: Path, report: Report): void {
  const { httpCookie, maglev, minimumRingSize = 0 } = hash;
  if (httpCookie !== undefined) checkCookie(httpCookie, [...path, 'httpCookie'], report);
  const algorithm = (['maglev', 'ringHash'] as const).find((name) => hash[name] !== undefined);
  if (minimumRingSize !== 0 && algorithm !== undefined)
    report(ringAndAlgorithm, path, { algorithm }, [...path, 'minimumRingSize']);
  if (maglev !== undefined) checkMaglev(maglev.tableSize ?? 0, [...path, 'maglev', 'tableSize'], report);
}

function checkMaglev(size: number, path: Path, report: Report): void {
  if (size >= 5_000_011 || !isPrime(size)) report(maglevTable, path, { size });
}

function checkCookie({ name = '', attributes = [] }: Cookie, path: Path, report: Report): void {
  if (name === '') report(cookieName, [...path, 'name'], {});
  const seen = new Set<string>();
  for (const [index, attribute] of attributes.entries()) {
    const own = attribute.name ?? '';
    if (own === '' || seen.has(own))
      report(cookieAttribute, [...path, 'attributes', index, 'name'], { name: own });
    seen.add(own);
  }
}

/** Envoy, and Istio after it, takes 1 for a prime number. */
function isPrime(size: number): boolean {
  if (size < 4) return size > 0;
  if (size % 2 === 0) return false;
  for (let factor = 3; factor * factor <= size; factor += 2) if (size % factor === 0) return false;
  return true;
}

function checkWarmup(warmup: Warmup, path: Path, report: Report): void {
  const { duration, minimumPercent = 0, aggression = 1 } = warmup;
  if (duration === undefined) report(warmupDuration, [...path, 'duration'], {});
  else checkDuration(duration, [...path, 'duration'], report);
  if (minimumPercent > 100) report(warmupPercent, [...path, 'minimumPercent'], { percent: minimumPercent });
  if (aggression <= 0) report(warmupAggression, [...path, 'aggression'], { aggression });
}
