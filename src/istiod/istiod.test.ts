import { describe, expect, test } from 'vitest';
import { expectedDump, proxyStatus } from './index.ts';
import { fakeCluster, type FakePod } from './testing/fake-cluster.ts';

const clusters = 'type.googleapis.com/envoy.config.cluster.v3.Cluster';
const proxy = (name: string) => ({
  proxy: name,
  cluster_id: 'east',
  istio_version: '1.31.0',
  resources: { [clusters]: { sent: 'a', acked: 'a', sentTime: '2030-01-01T00:00:00Z' } },
});

const answering = (name: string, body: unknown, status = 200): FakePod => ({
  name,
  answer: (_, response) => response.writeHead(status).end(JSON.stringify(body)),
});

const silent: FakePod = { name: 'istiod-silent', answer: () => undefined };

describe('the status of proxies', () => {
  test('is what all istiods say, by their names', async () => {
    const { client, log } = fakeCluster([
      answering('istiod-b', [proxy('b-1.shop')]),
      answering('istiod-a', [proxy('a-1.shop')]),
    ]);
    const { proxies, missing } = await proxyStatus(client);
    expect(proxies.map(({ name, istiod }) => [name, istiod])).toEqual([
      ['a-1.shop', 'istiod-a'],
      ['b-1.shop', 'istiod-b'],
    ]);
    expect(missing).toEqual([]);
    expect(log.toSorted()).toEqual([
      '/api/v1/namespaces/istio-system/pods app=istiod',
      'istiod-a:15014 GET /debug/syncz',
      'istiod-b:15014 GET /debug/syncz',
    ]);
  });

  test('is kept as data that names the istiod', async () => {
    const { client } = fakeCluster([answering('istiod-a', [proxy('a-1.shop')])]);
    const { answers, proxies } = await proxyStatus(client);
    expect(answers[0]?.dataOf(new Set(proxies))).toMatchObject({
      controlPlane: { identifier: '{"Component":"istiod","ID":"istiod-a"}' },
      resources: [{ node: { id: 'a-1.shop' } }],
    });
  });

  test.each([
    ['the revision', { revision: 'canary' }, 'istio-system/pods app=istiod,istio.io/rev=canary'],
    ['other labels', { selector: 'app=pilot' }, 'istio-system/pods app=pilot'],
    ['another namespace', { istioNamespace: 'mesh' }, 'mesh/pods app=istiod'],
  ])('is asked of the istiods that %s says', async (_, options, asked) => {
    const { client, log } = fakeCluster([answering('istiod-a', null)]);
    expect(await proxyStatus(client, options)).toMatchObject({ proxies: [], missing: [] });
    expect(log[0]).toBe(`/api/v1/namespaces/${asked}`);
  });

  test('is not asked of istiods that do not run', async () => {
    const { client, log } = fakeCluster([
      answering('istiod-a', []),
      { ...answering('istiod-b', []), phase: 'Pending' },
      { ...answering('istiod-c', []), leaves: true },
    ]);
    await proxyStatus(client);
    expect(log.slice(1)).toEqual(['istiod-a:15014 GET /debug/syncz']);
  });

  test.each<[string, FakePod, RegExp]>([
    [
      'wants to know who asks',
      answering('istiod-x', 'who are you', 401),
      /wants to know who asks.*--xds-address/,
    ],
    ['does not permit it', answering('istiod-x', '', 403), /answered 403.*ENABLE_DEBUG_ENDPOINT_AUTH/],
    ['has a bug', answering('istiod-x', 'oh no', 500), /answered 500 Internal Server Error.*oh no/],
    ['says nothing', silent, /did not answer in full within 0.3 s.*--timeout/],
    ['is not there', { name: 'istiod-x' }, /nothing listens at port 15014 of the pod istiod-x/],
    ['says something else', answering('istiod-x', { configs: [] }), /istiod-x does not say how far/],
  ])('lacks what an istiod knows that %s', async (_, pod, message) => {
    const { client } = fakeCluster([answering('istiod-a', [proxy('a-1.shop')]), pod]);
    const { proxies, missing } = await proxyStatus(client, { timeout: 300 });
    expect(proxies.map(({ name }) => name)).toEqual(['a-1.shop']);
    expect(missing).toHaveLength(1);
    const { istiod, error } = missing[0] ?? {};
    expect(istiod).toBe(pod.name);
    expect([error?.message, error?.reason, error?.hint].join(' ')).toMatch(message);
  });

  test.each<[string, readonly FakePod[], string]>([
    ['there is no istiod', [], 'no istiod runs in the namespace istio-system'],
    ['none runs', [{ name: 'istiod-a', phase: 'Failed' }], 'no istiod runs in the namespace istio-system'],
    [
      'none answers',
      [answering('istiod-a', '', 401)],
      'the istiod at istiod-a.istio-system answers its debug',
    ],
    ['none has the path', [answering('istiod-a', '', 404)], 'no istiod has anything at /debug/syncz'],
  ])('fails when %s', async (_, pods, message) => {
    await expect(proxyStatus(fakeCluster(pods).client)).rejects.toMatchObject({
      code: 'environment',
      message: expect.stringContaining(message) as string,
    });
  });

  test('passes an interruption on as it is', async () => {
    const controller = new AbortController();
    const { client } = fakeCluster([
      {
        name: 'istiod-a',
        answer: () => {
          controller.abort(new Error('Ctrl-C'));
        },
      },
    ]);
    await expect(proxyStatus(client, { signal: controller.signal })).rejects.toThrow('Ctrl-C');
  });
});

describe('the dump that istiod makes for a proxy', () => {
  const dump = {
    configs: [
      {
        '@type': 'type.googleapis.com/envoy.admin.v3.ClustersConfigDump',
        dynamic_active_clusters: [{ cluster: { name: 'a' } }],
      },
    ],
  };

  test('comes from the istiod that it is connected to', async () => {
    const { client, log } = fakeCluster([
      answering('istiod-a', 'Proxy not connected', 404),
      answering('istiod-b', dump),
      answering('istiod-c', '', 500),
    ]);
    const found = await expectedDump(client, 'a-1.shop');
    expect([...(found.section('clusters')?.items() ?? [])].map(({ name }) => name)).toEqual(['a']);
    expect(log).toContain('istiod-b:15014 GET /debug/config_dump?proxyID=a-1.shop');
  });

  test.each<[string, readonly FakePod[], RegExp]>([
    ['none knows it', [answering('istiod-a', '', 404)], /^no istiod has a connection of a-1.shop/],
    [
      'one that may know it does not answer',
      [answering('istiod-a', '', 404), answering('istiod-b', '', 403)],
      /^no istiod that answers has a connection of a-1.shop.*istiod-b.*403/,
    ],
    ['what comes is no dump', [answering('istiod-a', [1])], /what istiod istiod-a says of a-1.shop/],
  ])('fails when %s', async (_, pods, message) => {
    const failure = (await expectedDump(fakeCluster(pods).client, 'a-1.shop').catch(
      (error: unknown) => error,
    )) as { readonly code: string; readonly message: string; readonly reason?: string };
    expect(failure.code).toBe('environment');
    expect(`${failure.message} ${failure.reason ?? ''}`).toMatch(message);
  });
});
