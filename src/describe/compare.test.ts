import { describe, expect, test } from 'vitest';
import { describePod, describeService } from './index.ts';
import { configuration, dumpWith, teaRoom } from './testing.ts';

const pod = { namespace: 'tea', name: 'kettle-0' };
const host = 'kettle.tea.svc.cluster.local';
const node = 'sidecar~10.0.0.1~kettle-0.tea~tea.svc.cluster.local';

const rules = `
apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata: {name: kettle, namespace: tea}
spec: {host: kettle, subsets: [{name: v1, labels: {version: v1}}]}
---
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: {name: kettle, namespace: tea}
spec: {hosts: [kettle], http: [{route: [{destination: {host: kettle}}]}]}
---
apiVersion: security.istio.io/v1
kind: AuthorizationPolicy
metadata: {name: guests, namespace: tea}
spec: {rules: [{}]}
`;

const agreeing = {
  node,
  clusters: {
    [`outbound|80||${host}`]: 'tea/destination-rule/kettle',
    [`outbound|80|v1|${host}`]: 'tea/destination-rule/kettle',
  },
  routes: [[`${host}:80`, 'tea/virtual-service/kettle', `outbound|80||${host}`]] as const,
  inbound: { 8080: ['tls', 'plain'] as const },
  policies: ['ns[tea]-policy[guests]-rule[0]'],
};

async function differences(parts: Parameters<typeof dumpWith>[0]): Promise<readonly string[]> {
  const found = await describePod(configuration(teaRoom, rules), pod, { dumps: { proxy: dumpWith(parts) } });
  const all = [...found.differences, ...found.services.flatMap((service) => service.differences)];
  return all.map(({ subject, configuration: wanted, proxy }) => `${subject}: ${wanted} / ${proxy}`);
}

test('a proxy that has what the configuration says differs in nothing, and tells the origins', async () => {
  expect(await differences(agreeing)).toEqual([]);
  const { services } = await describePod(configuration(teaRoom, rules), pod, {
    dumps: { proxy: dumpWith(agreeing) },
  });
  expect(services[0]?.origins.map(({ resource, from }) => `${resource} ${from}`)).toEqual([
    'cluster DestinationRule tea/kettle',
    'cluster DestinationRule tea/kettle',
    'route VirtualService tea/kettle',
  ]);
});

describe('a proxy differs that', () => {
  test.each([
    [
      'is that of another Pod',
      { ...agreeing, node: 'sidecar~10.0.0.1~cup-0.tea~x', clusters: {} },
      ['the dump dump: Pod tea/kettle-0 / tea/cup-0'],
    ],
    [
      'knows no way to the Service',
      { ...agreeing, clusters: {} },
      [`cluster outbound|80||${host}: a port of the Service / not there`],
    ],
    [
      'follows another DestinationRule',
      {
        ...agreeing,
        clusters: { ...agreeing.clusters, [`outbound|80||${host}`]: 'tea/destination-rule/old' },
      },
      [`cluster outbound|80||${host}: DestinationRule tea/kettle / DestinationRule tea/old`],
    ],
    [
      'has other subsets',
      {
        ...agreeing,
        clusters: {
          [`outbound|80||${host}`]: 'tea/destination-rule/kettle',
          [`outbound|80|v9|${host}`]: undefined,
        },
      },
      [
        `cluster outbound|80|v1|${host}: subset v1 / not there`,
        `cluster outbound|80|v9|${host}: no such subset / there`,
      ],
    ],
    [
      'has routes of no VirtualService',
      { ...agreeing, routes: [[`${host}:80`, undefined, `outbound|80||${host}`]] as const },
      [`routes of ${host}: VirtualService tea/kettle / no VirtualService`],
    ],
    [
      'asks for mutual TLS',
      { ...agreeing, inbound: { 8080: ['tls'] as const } },
      ['mutual TLS of port 8080: PERMISSIVE / STRICT'],
    ],
    [
      'enforces other policies',
      { ...agreeing, policies: ['ns[tea]-policy[old]-rule[0]'] },
      [
        'AuthorizationPolicy guests.tea: applies / not there',
        'AuthorizationPolicy old.tea: does not apply / enforced',
      ],
    ],
  ])('%s', async (_, parts, wanted) => {
    expect(await differences(parts)).toEqual(wanted);
  });
});

test('what is not in a dump is not compared', async () => {
  expect(await differences({ node })).toEqual([]);
});

test('the dump of a client of a Service is compared, too', async () => {
  const proxy = dumpWith({ ...agreeing, clusters: {} });
  const found = await describeService(
    configuration(teaRoom, rules),
    { namespace: 'tea', name: 'kettle' },
    { dumps: { proxy } },
  );
  expect(found.differences).toHaveLength(1);
});
