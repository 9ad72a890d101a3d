import { describe, expect, test } from 'vitest';
import { checkLocality, checkZoneAware } from './locality.ts';
import { reported } from './testing.ts';

type Setting = Parameters<typeof checkLocality>[0];
type Rows = readonly (readonly [string, Setting, string[]])[];

const found = (
  setting: Setting,
  outlierDetection: boolean,
  check: typeof checkLocality = checkLocality,
): string[] =>
  reported((report) => {
    check(setting, { outlierDetection }, ['lb'], report);
  });

const from = (...localities: string[]): Setting => ({
  distribute: localities.map((locality) => ({ from: locality, to: { x: 100 } })),
});
const to = (weights: Record<string, number>): Setting => ({ distribute: [{ from: 'x', to: weights }] });
const failover = (source: string, target: string): Setting => ({ failover: [{ from: source, to: target }] });

const localities: Rows = [
  ['may be regions, zones and subzones', from('a', 'b/z', 'b/y/s', 'c/*', 'd/z/*'), []],
  ['may have slashes in the subzone', from('a/z/s/t'), []],
  ['are not empty', from(''), ['loadbalancer/locality lb.distribute[0].from']],
  ['have no empty zone', from('a/', 'b'), ['loadbalancer/locality lb.distribute[0].from']],
  ['have the wildcard at the end', from('*/z'), ['loadbalancer/locality lb.distribute[0].from']],
  ['have one wildcard', from('a/*/*'), ['loadbalancer/locality lb.distribute[0].from']],
  ['do not come twice', from('a/z', 'a/z'), ['loadbalancer/locality-overlap lb.distribute']],
  ['do not follow the wildcard for all', from('*', 'a'), ['loadbalancer/locality-overlap lb.distribute']],
  ['may precede the wildcard for all', from('a', '*'), []],
  ['do not follow their region', from('a', 'a/z'), ['loadbalancer/locality-overlap lb.distribute']],
  ['do not precede their region', from('a/z/s', 'a'), ['loadbalancer/locality-overlap lb.distribute']],
  [
    'do not follow all zones of their region',
    from('a/*', 'a/z/s'),
    ['loadbalancer/locality-overlap lb.distribute'],
  ],
  ['may precede all zones of their region', from('a/z/s', 'a/*'), []],
  ['do not precede their zone', from('a/z/s', 'a/z'), ['loadbalancer/locality-overlap lb.distribute']],
  [
    'do not follow all subzones of their zone',
    from('a/z/*', 'a/z/s'),
    ['loadbalancer/locality-overlap lb.distribute'],
  ],
  ['may lie in different zones', from('a/z', 'a/y'), []],
];

const weights: Rows = [
  ['add up to 100', to({ a: 80, b: 20 }), []],
  ['do not add up to less', to({ a: 80, b: 10 }), ['loadbalancer/locality-weight-sum lb.distribute[0].to']],
  ['are there', to({}), ['loadbalancer/locality-weight-sum lb.distribute[0].to']],
  ['are not 0', to({ a: 100, b: 0 }), ['loadbalancer/locality-weight lb.distribute[0].to.b']],
  ['are not above 100', to({ a: 101 }), ['loadbalancer/locality-weight lb.distribute[0].to.a']],
  ['are for localities', to({ 'a/*/': 100 }), ['loadbalancer/locality lb.distribute[0].to']],
  [
    'are for localities that do not overlap, in whatever order',
    to({ 'a/z': 50, 'a/*': 50 }),
    ['loadbalancer/locality-overlap lb.distribute[0].to'],
  ],
];

const regions: Rows = [
  ['fail over to others', failover('a', 'b'), []],
  [
    'do not fail over to themselves',
    failover('a', 'a'),
    ['loadbalancer/failover-same-region lb.failover[0]'],
  ],
  ['are named', { failover: [{}] }, ['loadbalancer/failover-same-region lb.failover[0]']],
  ['are not zones', failover('a/z', 'b'), ['loadbalancer/failover-region lb.failover[0].from']],
  ['are not wildcards', failover('a', 'b*'), ['loadbalancer/failover-region lb.failover[0].to']],
  [
    'do not fail over where weights are given',
    { ...from('a'), ...failover('a', 'b') },
    ['loadbalancer/distribute-and-failover lb'],
  ],
  ['may fail over beside labels', { ...failover('a', 'b'), failoverPriority: ['app', 'version=v1'] }, []],
  [
    'do not fail over beside topology labels',
    { ...failover('a', 'b'), failoverPriority: ['app', 'topology.kubernetes.io/zone'] },
    ['loadbalancer/failover-priority-topology lb.failoverPriority[1]'],
  ],
  [
    'may be a label when nothing else fails over',
    { failoverPriority: ['topology.kubernetes.io/region'] },
    [],
  ],
];

describe.each([
  ['localities', localities],
  ['weights', weights],
  ['regions', regions],
])('%s', (_, rows) => {
  test.each(rows)('%s', (_title, setting, expected) => {
    expect(found(setting, true)).toEqual(expected);
  });
});

test.each<[string, Setting, string[]]>([
  ['weights need no outlier detection', from('a'), []],
  ['failover does', failover('a', 'b'), ['loadbalancer/failover-needs-outlier-detection lb']],
  [
    'a failover priority does',
    { failoverPriority: ['a'] },
    ['loadbalancer/failover-needs-outlier-detection lb'],
  ],
])('%s', (_, setting, expected) => {
  expect(found(setting, false)).toEqual(expected);
});

test.each<[string, Setting, string[]]>([
  ['fails over between regions', failover('a', 'b'), []],
  ['fails over to another region', failover('a', 'a'), ['loadbalancer/failover-same-region lb.failover[0]']],
  [
    'has no topology labels in its failover priority, with or without failover',
    { failoverPriority: ['topology.istio.io/subzone'] },
    ['loadbalancer/failover-priority-topology lb.failoverPriority[0]'],
  ],
])('zone-aware routing %s', (_, setting, expected) => {
  expect(found(setting, true, checkZoneAware)).toEqual(expected);
});
