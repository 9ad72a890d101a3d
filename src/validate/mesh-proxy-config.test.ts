import { describe, expect, test } from 'vitest';
import { checkMeshProxyConfig } from './mesh-proxy-config.ts';
import { reported } from './testing.ts';

type Config = Parameters<typeof checkMeshProxyConfig>[0];
type Rows = readonly (readonly [string, Config, string[]])[];

const settings: Rows = [
  ['may be left to the defaults', {}, []],
  ['may be given', { discoveryAddress: '[::1]:15012', drainDuration: '45s', proxyAdminPort: 15000 }, []],
  [
    'are not emptied',
    { binaryPath: '', discoveryAddress: '' },
    ['mesh/proxy-setting-empty binaryPath', 'mesh/proxy-setting-empty discoveryAddress'],
  ],
  ['name the service cluster', { serviceCluster: '' }, ['mesh/proxy-setting-empty serviceCluster']],
  ['may name the proxy otherwise', { serviceCluster: '', tracingServiceName: 'CANONICAL_NAME_ONLY' }, []],
  ['drain in whole seconds', { drainDuration: '1500ms' }, ['mesh/drain-duration drainDuration']],
  [
    'drain in whole milliseconds at least',
    { drainDuration: '1.0005s' },
    ['duration/precision drainDuration'],
  ],
  ['drain for some time', { drainDuration: '-1s' }, ['duration/too-small drainDuration']],
  [
    'have real ports',
    { proxyAdminPort: 65536, statusPort: 0 },
    ['port/range proxyAdminPort', 'port/range statusPort'],
  ],
  ['have addresses with hosts', { discoveryAddress: '$(HOST_IP):1' }, ['address/invalid discoveryAddress']],
  [
    'have addresses with ports',
    {
      statsdUdpAddress: 'a',
      envoyAccessLogService: { address: 'a:b' },
      envoyMetricsService: { address: '' },
    },
    ['address/invalid statsdUdpAddress', 'address/invalid envoyAccessLogService.address'],
  ],
  ['may leave mutual TLS away', { controlPlaneAuthPolicy: 'NONE' }, []],
  [
    'do not inherit how to reach the control plane',
    { controlPlaneAuthPolicy: 'INHERIT' },
    ['mesh/control-plane-auth-policy controlPlaneAuthPolicy'],
  ],
  ['may have metadata', { proxyMetadata: { ISTIO_META_DNS_CAPTURE: 'true' } }, []],
  [
    'do not allocate addresses in the old way, nor mention it',
    { proxyMetadata: { ISTIO_META_DNS_AUTO_ALLOCATE: 'false' } },
    ['mesh/dns-auto-allocate-v1 proxyMetadata.ISTIO_META_DNS_AUTO_ALLOCATE'],
  ],
];

const tracing: Rows = [
  ['may be without a tracer', { tracing: { sampling: 10 } }, []],
  ['may go to a collector on each node', { tracing: { zipkin: { address: '$(HOST_IP):9411' } } }, []],
  ['goes to an address', { tracing: { zipkin: {} } }, ['address/invalid tracing.zipkin.address']],
  [
    'goes to a real port',
    { tracing: { datadog: { address: 'a:0' } } },
    ['port/range tracing.datadog.address'],
  ],
  [
    'goes to Lightstep with a token, and to one for all nodes',
    { tracing: { lightstep: { address: '$(HOST_IP):1' } } },
    [
      'address/invalid tracing.lightstep.address',
      'mesh/lightstep-access-token tracing.lightstep.accessToken',
    ],
  ],
  ['may go to Lightstep', { tracing: { lightstep: { address: 'a:1', accessToken: 't' } } }, []],
  ['has one tracer, the last', { tracing: { zipkin: {}, stackdriver: {} } }, []],
  [
    'takes no credentials from ConfigMaps',
    { tracing: { tlsSettings: { credentialName: 'configmap://ns/ca' } } },
    ['clienttls/configmap tracing.tlsSettings.credentialName'],
  ],
];

const keys: Rows = [
  ['may poll at any pace', { privateKeyProvider: { cryptomb: { pollDelay: '-1us' } } }, []],
  [
    'have a pace',
    { privateKeyProvider: { qat: {} } },
    ['mesh/private-key-provider privateKeyProvider.qat.pollDelay'],
  ],
  [
    'do not poll all the time',
    { privateKeyProvider: { qat: { pollDelay: '0s' } } },
    ['mesh/private-key-provider privateKeyProvider.qat.pollDelay'],
  ],
  ['have a provider', { privateKeyProvider: {} }, ['mesh/private-key-provider privateKeyProvider']],
];

const connections: Rows = [
  ['may be left to the defaults', { connectionSettings: {} }, []],
  [
    'may be unlimited in time',
    { connectionSettings: { httpIdleTimeout: '0s', httpMaxConcurrentStreams: 1 } },
    [],
  ],
  [
    'have streams',
    { connectionSettings: { httpMaxConcurrentStreams: 0 } },
    ['mesh/connection-limit connectionSettings.httpMaxConcurrentStreams'],
  ],
  ['may have the windows of HTTP/2', { connectionSettings: { http2InitialStreamWindowSize: 65535 } }, []],
  [
    'do not have smaller windows',
    { connectionSettings: { http2InitialConnectionWindowSize: 65534 } },
    ['mesh/connection-limit connectionSettings.http2InitialConnectionWindowSize'],
  ],
  [
    'do not end before they begin',
    { connectionSettings: { httpDrainTimeout: '-1s' } },
    ['mesh/connection-timeout connectionSettings.httpDrainTimeout'],
  ],
];

describe.each([
  ['settings of proxies', settings],
  ['tracing', tracing],
  ['private keys', keys],
  ['connections', connections],
])('%s', (_, rows) => {
  test.each(rows)('%s', (_title, config, expected) => {
    expect(
      reported((report) => {
        checkMeshProxyConfig(config, [], report);
      }),
    ).toEqual(expected);
  });
});
