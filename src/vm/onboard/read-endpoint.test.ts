import { describe, expect, test } from 'vitest';
import type { JsonObject } from '../../json.ts';
import { readEndpoint } from './read-endpoint.ts';

const serviceOf = (status: JsonObject, spec: JsonObject = { type: 'LoadBalancer' }): JsonObject => ({
  spec,
  status,
});
const balanced = (...ingress: JsonObject[]): JsonObject => serviceOf({ loadBalancer: { ingress } });
const origin = 'the Service istio-system/gateway';

const endpointOf = (service: JsonObject | undefined, over: { address?: string; service?: string } = {}) =>
  readEndpoint(
    {
      ...{ name: 'the cluster', saved: false },
      find: (_, namespace, name) =>
        Promise.resolve(`${namespace}/${name}` === 'istio-system/gateway' ? service : undefined),
      revisionOfTag: () => Promise.resolve(undefined),
    },
    {
      ...{ service: 'gateway', istioNamespace: 'istio-system' },
      resolve: (name) =>
        name === 'lb.example'
          ? Promise.resolve(['2001:db8::9', '198.51.100.9', '198.51.100.8'])
          : Promise.reject(new Error(`ENOTFOUND ${name}`)),
      ...over,
    },
  );

describe('the address of the gateway', () => {
  test.each<[string, JsonObject, readonly string[]]>([
    ['is that of its load balancer', balanced({ ip: '198.51.100.1' }), ['198.51.100.1']],
    ['may be IPv6', balanced({ ip: '2001:db8::1' }), ['2001:db8::1']],
    [
      'may be one of several',
      balanced({ ip: '198.51.100.1' }, { ip: '198.51.100.2' }),
      ['198.51.100.1', '198.51.100.2'],
    ],
    ['comes before a name', balanced({ hostname: 'lb.example' }, { ip: '198.51.100.1' }), ['198.51.100.1']],
    [
      'may be an external one',
      serviceOf({}, { externalIPs: ['192.0.2.1', '192.0.2.2'] }),
      ['192.0.2.1', '192.0.2.2'],
    ],
  ])('%s', async (_, service, addresses) => {
    expect(await endpointOf(service)).toEqual({ addresses, origin });
  });

  test.each<[string, JsonObject]>([
    ['of a load balancer', balanced({ ip: '192.0.2.1 evil.example\n192.0.2.2' })],
    ['outside', serviceOf({}, { externalIPs: ['$(id)'] })],
  ])('is none when what is said %s is no address', async (_, service) => {
    expect(await endpointOf(service)).toMatchObject({
      addresses: [],
      reason: expect.stringContaining('for an address') as string,
    });
  });

  test('is looked up for a load balancer that only has a name, IPv4 first', async () => {
    expect(await endpointOf(balanced({ hostname: 'lb.example' }))).toEqual({
      addresses: ['198.51.100.8', '198.51.100.9', '2001:db8::9'],
      ...{ origin, hostname: 'lb.example' },
    });
  });

  test('may be given, as an address or as a name', async () => {
    expect(await endpointOf(undefined, { address: '192.0.2.7' })).toEqual({
      addresses: ['192.0.2.7'],
      origin: '--address',
    });
    expect(await endpointOf(undefined, { address: 'lb.example' })).toMatchObject({ hostname: 'lb.example' });
  });

  test.each<[string, JsonObject | undefined, object, RegExp]>([
    ['no Service', undefined, {}, /no Service istio-system\/gateway in the cluster/],
    ['no Service in another namespace', balanced(), { service: 'gateway.edge' }, /no Service edge\/gateway/],
    ['a load balancer that is not ready', serviceOf({}), {}, /no address yet/],
    ['a Service inside of the cluster', serviceOf({}, { type: 'ClusterIP' }), {}, /outside of the cluster/],
    [
      'a name that nobody knows',
      balanced({ hostname: 'gone.example' }),
      {},
      /gone\.example.*cannot be looked up.*ENOTFOUND/,
    ],
  ])('is missing for %s, and it says why', async (_, service, over, reason) => {
    const { addresses, reason: said } = await endpointOf(service, over);
    expect(addresses).toEqual([]);
    expect(said).toMatch(reason);
  });
});
