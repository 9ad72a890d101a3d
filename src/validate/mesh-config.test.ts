import { expect, test } from 'vitest';
import { checkMeshConfig, checkMeshConfigAt } from './mesh-config.ts';
import { problems, reported } from './testing.ts';

type Config = Parameters<typeof checkMeshConfig>[0];

test.each<[string, Config, string[]]>([
  ['may be left to the defaults', {}, []],
  ['has a port to listen on', { proxyListenPort: 0 }, ['port/range proxyListenPort']],
  ['may wait an hour for a connection', { connectTimeout: '1h' }, []],
  ['does not wait longer', { connectTimeout: '1h1ms' }, ['mesh/connect-timeout connectTimeout']],
  ['waits at least a millisecond', { connectTimeout: '0s' }, ['duration/too-small connectTimeout']],
  ['may switch protocol detection off', { protocolDetectionTimeout: '0s' }, []],
  [
    'detects protocols in milliseconds',
    { protocolDetectionTimeout: '1.0005s' },
    ['duration/precision protocolDetectionTimeout'],
  ],
  ['may have other durations of any size', { dnsRefreshRate: '0.0005s' }, []],
  ['may have a trust domain that ends with a number', { trustDomain: 'a.1', trustDomainAliases: ['b.'] }, []],
  ['has a trust domain', { trustDomain: '' }, ['mesh/trust-domain trustDomain']],
  [
    'has trust domains of DNS labels',
    { trustDomainAliases: ['a', 'b_c'] },
    ['mesh/trust-domain trustDomainAliases[1]'],
  ],
  ['may have settings for all services', { serviceSettings: [{ hosts: ['*', '*.local'] }] }, []],
  [
    'has settings for hosts',
    { serviceSettings: [{}, { hosts: ['a_b'] }] },
    ['host/invalid serviceSettings[1].hosts[0]'],
  ],
  ['may set curves for TLS', { tlsDefaults: { ecdhCurves: ['P-256', 'X25519MLKEM768'] } }, []],
  [
    'sets known curves, once each',
    { tlsDefaults: { ecdhCurves: ['P-256', 'P-999', 'P-256'] } },
    ['mesh/ecdh-curves tlsDefaults.ecdhCurves[1]', 'mesh/ecdh-curves tlsDefaults.ecdhCurves[2]'],
  ],
  [
    'sets no curves within the mesh',
    { meshMTLS: { ecdhCurves: ['P-256'] } },
    ['mesh/mtls-ecdh-curves meshMTLS.ecdhCurves'],
  ],
  ['may set other TLS within the mesh', { meshMTLS: { minProtocolVersion: 'TLSV1_3', ecdhCurves: [] } }, []],
  [
    'may have both kinds of locality load balancing, and failover whatever destinations detect',
    {
      localityLbSetting: { failover: [{ from: 'a', to: 'b' }] },
      zoneAwareLbSetting: { failoverPriority: ['app'] },
    },
    [],
  ],
  [
    'has sound locality load balancing',
    { localityLbSetting: { failover: [{}] }, zoneAwareLbSetting: { failover: [{}] } },
    [
      'loadbalancer/failover-same-region localityLbSetting.failover[0]',
      'loadbalancer/failover-same-region zoneAwareLbSetting.failover[0]',
    ],
  ],
  [
    'may have extension providers that do not work',
    { extensionProviders: [{ name: 'a' }, { name: 'a' }] },
    [],
  ],
  [
    'has sound settings for proxies',
    { defaultConfig: { statusPort: 0 } },
    ['port/range defaultConfig.statusPort'],
  ],
])('mesh config %s', (_, config, expected) => {
  expect(problems(checkMeshConfig, config)).toEqual(expected);
});

test('mesh config within another object is reported where it stands', () => {
  const config = { proxyListenPort: 0, defaultConfig: { configPath: '' }, trustDomain: '' };
  expect(
    reported((report) => {
      checkMeshConfigAt(config, ['spec', 'meshConfig'], report);
    }),
  ).toEqual([
    'port/range spec.meshConfig.proxyListenPort',
    'mesh/proxy-setting-empty spec.meshConfig.defaultConfig.configPath',
    'mesh/trust-domain spec.meshConfig.trustDomain',
  ]);
});
