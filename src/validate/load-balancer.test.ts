import { expect, test } from 'vitest';
import { checkLoadBalancer } from './load-balancer.ts';
import { reported } from './testing.ts';

type Settings = Parameters<typeof checkLoadBalancer>[0];
type Hash = NonNullable<Settings['consistentHash']>;

const hash = (consistentHash: Hash): Settings => ({ consistentHash });
const maglev = (tableSize: number): Settings => hash({ maglev: { tableSize } });

test.each<[string, Settings, string[]]>([
  ['a simple policy is enough', { simple: 'RANDOM' }, []],
  [
    'a cookie has a name',
    hash({ httpCookie: {} }),
    ['loadbalancer/cookie-name lb.consistentHash.httpCookie.name'],
  ],
  [
    'a cookie may have attributes and any lifetime',
    hash({ httpCookie: { name: 'c', ttl: '-1s', attributes: [{ name: 'Secure' }, { name: 'Path' }] } }),
    [],
  ],
  [
    'the attributes of a cookie have different names',
    hash({ httpCookie: { name: 'c', attributes: [{ name: 'A' }, {}, { name: 'A' }] } }),
    [
      'loadbalancer/cookie-attribute lb.consistentHash.httpCookie.attributes[1].name',
      'loadbalancer/cookie-attribute lb.consistentHash.httpCookie.attributes[2].name',
    ],
  ],
  ['the old ring size may stand alone', hash({ useSourceIp: true, minimumRingSize: 5 }), []],
  ['an old ring size of 0 is none', hash({ ringHash: {}, minimumRingSize: 0 }), []],
  [
    'the old ring size does not stand beside the new one',
    hash({ ringHash: { minimumRingSize: 5 }, minimumRingSize: 5 }),
    ['loadbalancer/ring-and-algorithm lb.consistentHash'],
  ],
  ['a Maglev table may be prime', maglev(65537), []],
  ['a Maglev table may be just small enough', maglev(4_999_999), []],
  ['a Maglev table of 1 passes for prime', maglev(1), []],
  [
    'a Maglev table is not even',
    maglev(65536),
    ['loadbalancer/maglev-table lb.consistentHash.maglev.tableSize'],
  ],
  [
    'a Maglev table is not a square',
    maglev(25),
    ['loadbalancer/maglev-table lb.consistentHash.maglev.tableSize'],
  ],
  [
    'a Maglev table is not too big',
    maglev(5_000_011),
    ['loadbalancer/maglev-table lb.consistentHash.maglev.tableSize'],
  ],
  [
    'a Maglev table has a size',
    hash({ maglev: {} }),
    ['loadbalancer/maglev-table lb.consistentHash.maglev.tableSize'],
  ],
  ['a warm-up may have a duration only', { warmup: { duration: '1s' } }, []],
  ['a warm-up has a duration', { warmup: {} }, ['loadbalancer/warmup-duration lb.warmup.duration']],
  ['a warm-up takes time', { warmup: { duration: '0s' } }, ['duration/too-small lb.warmup.duration']],
  ['the old warm-up is not looked at', { warmupDurationSecs: '0s' }, []],
  ['a warm-up may start with everything', { warmup: { duration: '1s', minimumPercent: 100 } }, []],
  [
    'a warm-up does not start with more',
    { warmup: { duration: '1s', minimumPercent: 100.5 } },
    ['loadbalancer/warmup-percent lb.warmup.minimumPercent'],
  ],
  ['the aggression of a warm-up may be small', { warmup: { duration: '1s', aggression: 0.1 } }, []],
  ['the aggression of a warm-up may be no number', { warmup: { duration: '1s', aggression: NaN } }, []],
  [
    'the aggression of a warm-up is not 0',
    { warmup: { duration: '1s', aggression: 0 } },
    ['loadbalancer/warmup-aggression lb.warmup.aggression'],
  ],
  ['zone-aware routing may be on', { zoneAwareLbSetting: { enabled: true } }, []],
  [
    'zone-aware routing does not stand beside locality load balancing',
    { localityLbSetting: {}, zoneAwareLbSetting: {} },
    ['loadbalancer/locality-and-zone-aware lb'],
  ],
  [
    'locality load balancing is looked at',
    { localityLbSetting: { failover: [{ from: 'a', to: 'a' }] } },
    [
      'loadbalancer/failover-needs-outlier-detection lb.localityLbSetting',
      'loadbalancer/failover-same-region lb.localityLbSetting.failover[0]',
    ],
  ],
  [
    'zone-aware routing is looked at',
    { zoneAwareLbSetting: { failoverPriority: ['a'] } },
    ['loadbalancer/failover-needs-outlier-detection lb.zoneAwareLbSetting'],
  ],
])('%s', (_, settings, expected) => {
  expect(
    reported((report) => {
      checkLoadBalancer(settings, { outlierDetection: false }, ['lb'], report);
    }),
  ).toEqual(expected);
});
