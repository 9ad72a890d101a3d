import { describe, expect, test } from 'vitest';
import { connectTo } from '../testing/connect-to.ts';
import { fakeApi, refuse, type FakeApiOptions } from '../testing/fake-api.ts';
import { gateways, namespaces, oldGateways, services } from '../testing/kinds.ts';
import { discover } from './discover.ts';
import { findServed, pathOf } from './served-kind.ts';

const kinds = [services, namespaces, gateways, oldGateways];

async function discovering(groups: readonly string[], options: FakeApiOptions = {}) {
  const api = await fakeApi({ kinds, ...options });
  const discovery = await discover(await connectTo(api), groups);
  return { discovery, paths: api.requests.map(({ path }) => path) };
}

describe.each([
  ['all at once', { aggregated: true }, ['/api', '/apis']],
  ['in the lists of old', { aggregated: false }, ['/api', '/apis', '/api/v1']],
])('a server that answers %s', (_, how, roots) => {
  test('tells the kinds of the groups that are asked for', async () => {
    const { discovery } = await discovering(['', 'networking.istio.io'], how);
    expect(discovery).toEqual({ kinds, unavailable: [] });
  });

  test('is asked for no other groups', async () => {
    const { discovery, paths } = await discovering(['networking.istio.io'], how);
    expect(discovery.kinds).toEqual([gateways, oldGateways]);
    expect(paths).not.toContain('/api');
  });

  test('knows nothing of groups that it does not serve', async () => {
    const { discovery, paths } = await discovering(['', 'security.istio.io'], how);
    expect(discovery.kinds).toEqual([services, namespaces]);
    expect(paths).toEqual(roots);
  });
});

test('the version that the server prefers comes first', async () => {
  const { discovery } = await discovering(['networking.istio.io'], { aggregated: false });
  expect(discovery.kinds.map(({ version }) => version)).toEqual(['v1', 'v1beta1']);
});

describe('a group whose own server is away', () => {
  test('is unavailable in the lists of old', async () => {
    const { discovery } = await discovering(['networking.istio.io', ''], {
      aggregated: false,
      fault: ({ path }, response) =>
        path === '/apis/networking.istio.io/v1' && refuse(response, 503, 'no endpoints'),
    });
    expect(discovery.unavailable).toEqual(['networking.istio.io']);
    expect(discovery.kinds).toEqual([services, namespaces, oldGateways]);
  });

  test('is unavailable where all is told at once', async () => {
    const stale = { version: 'v1', freshness: 'Stale', resources: [] };
    const answer = {
      kind: 'APIGroupDiscoveryList',
      items: [{ metadata: { name: 'a.io' }, versions: [stale] }],
    };
    const { discovery } = await discovering(['a.io'], {
      fault: (_, response) => {
        response.writeHead(200).end(JSON.stringify(answer));
        return true;
      },
    });
    expect(discovery).toEqual({ kinds: [], unavailable: ['a.io'] });
  });

  test('is absent when it has gone in between', async () => {
    const { discovery } = await discovering(['networking.istio.io'], {
      aggregated: false,
      fault: ({ path }, response) => path.endsWith('/v1beta1') && refuse(response, 404, 'gone'),
    });
    expect(discovery).toEqual({ kinds: [gateways], unavailable: [] });
  });
});

test('who may not ask learns that at once', async () => {
  const api = await fakeApi({ fault: (_, response) => refuse(response, 403, 'anonymous') });
  await expect(discover(await connectTo(api), [''])).rejects.toMatchObject({
    status: 403,
    message: 'the context "test" may not ask which kinds are served',
    hint: 'an administrator can bind the ClusterRole system:discovery to you',
  });
});

describe('of several versions', () => {
  const discovery = { kinds, unavailable: [] };
  const gateway = { group: 'networking.istio.io', kind: 'Gateway' };

  test.each([
    ['the one that the server prefers', gateway, 'v1'],
    ['the best that is understood', { ...gateway, versions: ['v2', 'v1beta1', 'v1'] }, 'v1beta1'],
    ['any rather than none', { ...gateway, versions: ['v3'] }, 'v1'],
    ['none of another group', { ...gateway, group: 'gateway.networking.k8s.io' }, undefined],
  ])('%s', (_, ref, version) => {
    expect(findServed(discovery, ref)?.version).toBe(version);
  });
});

test.each([
  [services, undefined, '/api/v1/services'],
  [services, 'shop', '/api/v1/namespaces/shop/services'],
  [namespaces, 'shop', '/api/v1/namespaces'],
  [gateways, undefined, '/apis/networking.istio.io/v1/gateways'],
  [gateways, 'a/b', '/apis/networking.istio.io/v1/namespaces/a%2Fb/gateways'],
])('lists have paths: %o of %s', (served, namespace, path) => {
  expect(pathOf(served, namespace)).toBe(path);
});
