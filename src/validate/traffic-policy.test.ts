import { expect, test } from 'vitest';
import { reported } from './testing.ts';
import { checkTrafficPolicy } from './traffic-policy.ts';

type Policy = Parameters<typeof checkTrafficPolicy>[0];

const target = { targetHost: 'a.com', targetPort: 443 };
const port = { number: 0 };

test.each<[string, Policy, string[]]>([
  ['sets something', {}, ['trafficpolicy/empty policy']],
  ['sets something besides ports', { portLevelSettings: [] }, ['trafficpolicy/empty policy']],
  ['may set the retry budget only', { retryBudget: {} }, []],
  ['may use a tunnel', { tunnel: { protocol: 'POST', ...target } }, []],
  ['may tunnel to an IP address', { tunnel: { targetHost: '10.0.0.1', targetPort: 1 } }, []],
  [
    'spells the protocol of a tunnel in capitals',
    { tunnel: { protocol: 'connect', ...target } },
    ['tunnel/protocol policy.tunnel.protocol'],
  ],
  [
    'says where a tunnel leads',
    { tunnel: {} },
    ['tunnel/target policy.tunnel.targetHost', 'tunnel/target policy.tunnel.targetPort'],
  ],
  [
    'leads a tunnel to one host and a real port',
    { tunnel: { targetHost: '*.a.com', targetPort: 0 } },
    ['host/invalid policy.tunnel.targetHost', 'port/range policy.tunnel.targetPort'],
  ],
  ['may use the PROXY protocol', { proxyProtocol: { version: 'V2' } }, []],
  ['may leave the version of the PROXY protocol open', { proxyProtocol: {} }, []],
  [
    'has no PROXY protocol in a tunnel',
    { tunnel: target, proxyProtocol: {} },
    ['trafficpolicy/tunnel-and-proxy-protocol policy'],
  ],
  [
    'may take any number for a port',
    {
      portLevelSettings: [
        { port, tls: {} },
        { port, tls: {} },
      ],
    },
    [],
  ],
  [
    'names the port',
    { portLevelSettings: [{ tls: {} }] },
    ['trafficpolicy/port-required policy.portLevelSettings[0].port'],
  ],
  [
    'sets something for each port',
    { portLevelSettings: [{ port }] },
    ['trafficpolicy/port-empty policy.portLevelSettings[0]'],
  ],
  [
    'is checked in all its parts',
    {
      loadBalancer: { warmup: {} },
      connectionPool: {},
      outlierDetection: { interval: '0s' },
      tls: { mode: 'SIMPLE', credentialName: 'configmap://other/ca' },
    },
    [
      'loadbalancer/warmup-duration policy.loadBalancer.warmup.duration',
      'connectionpool/empty policy.connectionPool',
      'duration/too-small policy.outlierDetection.interval',
      'clienttls/configmap policy.tls.credentialName',
    ],
  ],
  [
    'is checked for each port',
    { portLevelSettings: [{ port, connectionPool: {} }] },
    ['connectionpool/empty policy.portLevelSettings[0].connectionPool'],
  ],
  [
    'may fail over with outlier detection beside it',
    { outlierDetection: {}, loadBalancer: { localityLbSetting: { failoverPriority: ['app'] } } },
    [],
  ],
  [
    'does not fail over at a port by outlier detection elsewhere',
    {
      outlierDetection: {},
      portLevelSettings: [{ port, loadBalancer: { localityLbSetting: { failoverPriority: ['app'] } } }],
    },
    [
      'loadbalancer/failover-needs-outlier-detection policy.portLevelSettings[0].loadBalancer.localityLbSetting',
    ],
  ],
  ['may count all failures', { outlierDetection: { maxEjectionPercent: 100, minHealthPercent: 0 } }, []],
  [
    'counts percents up to 100',
    { outlierDetection: { maxEjectionPercent: 101, minHealthPercent: -1 } },
    [
      'percent/range policy.outlierDetection.maxEjectionPercent',
      'percent/range policy.outlierDetection.minHealthPercent',
    ],
  ],
  [
    'may count local failures apart',
    { outlierDetection: { consecutiveLocalOriginFailures: 5, splitExternalLocalOriginErrors: true } },
    [],
  ],
  ['may count no local failures', { outlierDetection: { consecutiveLocalOriginFailures: 0 } }, []],
  [
    'does not count local failures that are not told apart',
    { outlierDetection: { consecutiveLocalOriginFailures: 5 } },
    ['outlier/local-origin-without-split policy.outlierDetection'],
  ],
])('a traffic policy %s', (_, policy, expected) => {
  expect(found(policy)).toEqual(expected);
});

test('a version of the PROXY protocol that has no name is refused', () => {
  const policy = { proxyProtocol: { version: 42 } } as unknown as Policy;
  expect(found(policy)).toEqual(['proxyprotocol/version policy.proxyProtocol.version']);
});

function found(policy: Policy): string[] {
  return reported((report) => {
    checkTrafficPolicy(policy, ['policy'], { namespace: 'ns', report });
  });
}
