import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, onTestFinished, test } from 'vitest';
import type { JsonObject } from '../json.ts';
import type { ClusterClient } from '../kube/index.ts';
import { connectTo } from '../kube/testing/connect-to.ts';
import { fakeApi, refuse, type FakeApiOptions } from '../kube/testing/fake-api.ts';
import { fakeAdmin } from '../proxy/testing/fake-admin.ts';
import type { BugReportEvent } from './bug-report-event.ts';
import { gatherBugReport, parsePodFilter, planBugReport, type BugReportOptions } from './index.ts';

const core = { group: '', version: 'v1', namespaced: true };
const kinds = [
  { ...core, kind: 'Namespace', resource: 'namespaces', namespaced: false },
  { ...core, kind: 'Pod', resource: 'pods' },
  { ...core, kind: 'ConfigMap', resource: 'configmaps' },
  { group: 'networking.istio.io', version: 'v1', kind: 'Gateway', resource: 'gateways', namespaced: true },
];
const proxy = { name: 'istio-proxy' };
const pod = (namespace: string, name: string, labels: JsonObject, containers: JsonObject[]): JsonObject => ({
  metadata: { name, namespace, labels },
  spec: { containers },
  status: { phase: 'Running' },
});
const istiod = pod('istio-system', 'istiod-1', { app: 'istiod' }, [{ name: 'discovery' }]);
const cart: JsonObject = {
  ...pod('shop', 'cart-1', { app: 'cart' }, [{ name: 'cart' }, proxy]),
  status: { phase: 'Running', containerStatuses: [{ name: 'istio-proxy', restartCount: 2 }] },
};
const ended: JsonObject = {
  ...pod('shop', 'job-1', {}, [proxy]),
  status: { phase: 'Succeeded' },
};
const pods = [
  istiod,
  cart,
  ended,
  pod('shop', 'plain-1', {}, [{ name: 'a' }]),
  pod('kube-system', 'x', {}, [proxy]),
];
const gateway = (namespace: string, name: string) => ({
  metadata: { namespace, name },
  spec: { token: 'hidden' },
});
const lists = {
  '/api/v1/pods': pods,
  '/api/v1/namespaces': ['shop', 'kube-system'].map((name) => ({ metadata: { name } })),
  '/apis/networking.istio.io/v1/gateways': [gateway('shop', 'web'), gateway('kube-system', 'other')],
  '/api/v1/namespaces/istio-system/pods': [istiod],
  '/api/v1/namespaces/istio-system/configmaps': [
    { metadata: { name: 'istio', namespace: 'istio-system' }, data: { mesh: 'a: 1\npassword: swordfish' } },
  ],
  '/api/v1/namespaces/istio-system/secrets': [
    { metadata: { name: 'cacerts' }, data: { 'ca-key.pem': 'aGlkZGVu' } },
  ],
};
const log = `${'old\n'.repeat(20_000)}token=swordfish\nnewest\n`;

/** A cluster with an istiod and a proxy, each of which answers with what it is asked. */
async function cluster(fault: FakeApiOptions['fault'] = () => false): Promise<ClusterClient> {
  const admin = await fakeAdmin((request, response) => {
    const path = request.url ?? '';
    if (path === '/debug/networkz') response.writeHead(404).end();
    else if (path === '/debug/endpointz') response.writeHead(500).end('oh no');
    else if (path === '/metrics' || path === '/stats') response.end('a_metric 1\n');
    else response.end(JSON.stringify({ path, private_key: { inline_string: 'swordfish' } }));
  });
  onTestFinished(() => admin.close());
  const api = await fakeApi({
    kinds,
    lists,
    forwards: () => Number(new URL(admin.address).port),
    fault: (request, response, nth) => {
      if (fault(request, response, nth)) return true;
      if (request.path === '/version') response.end('{"gitVersion": "v1.36.1"}');
      else if (request.path.endsWith('/log')) response.end(log);
      else return false;
      return true;
    },
  });
  return connectTo(api);
}

async function gather(client: ClusterClient, options: BugReportOptions = {}) {
  const events: BugReportEvent[] = [];
  const now = new Date('2030-01-02T03:04:05Z');
  for await (const event of gatherBugReport(client, { now, ...options })) events.push(event);
  const files = new Map(
    events.flatMap((event) =>
      event.type === 'entry' ? [[event.entry.path, event.entry.bytes.toString()]] : [],
    ),
  );
  const last = events.at(-1);
  if (last?.type !== 'done') throw new Error('not done');
  return { events, files, manifest: last.manifest };
}

const everything = [
  'versions.json',
  'cluster/Namespace.json',
  'cluster/Gateway.networking.istio.io.json',
  'control-plane/Pod.json',
  'control-plane/ConfigMap.json',
  'control-plane/secret-names.json',
  'istiod/istiod-1/version.json',
  'istiod/istiod-1/syncz.json',
  'istiod/istiod-1/registryz.json',
  'istiod/istiod-1/configz.json',
  'istiod/istiod-1/clusterz.json',
  'istiod/istiod-1/mesh.json',
  'istiod/istiod-1/metrics.txt',
  'logs/istio-system/istiod-1/discovery.log',
  'proxies/shop/cart-1/config_dump.json',
  'proxies/shop/cart-1/clusters.json',
  'proxies/shop/cart-1/certs.json',
  'proxies/shop/cart-1/server_info.json',
  'proxies/shop/cart-1/stats.txt',
  'logs/shop/cart-1/istio-proxy.log',
  'logs/shop/cart-1/istio-proxy.previous.log',
  'logs/shop/job-1/istio-proxy.log',
];

describe('a report', () => {
  test('holds what matters, without secrets, and says what it lacks', async () => {
    const { files, manifest } = await gather(await cluster());
    expect([...files.keys()]).toEqual([...everything, 'manifest.json']);
    expect([...files.values()].join('')).not.toMatch(/swordfish|hidden|aGlkZGVu/);
    expect(JSON.parse(files.get('cluster/Gateway.networking.istio.io.json') ?? '')).toEqual([
      {
        apiVersion: 'networking.istio.io/v1',
        kind: 'Gateway',
        metadata: { namespace: 'shop', name: 'web' },
        spec: { token: '[redacted]' },
      },
    ]);
    expect(JSON.parse(files.get('control-plane/secret-names.json') ?? '')).toEqual([
      { metadata: { name: 'cacerts' } },
    ]);
    expect(JSON.parse(files.get('versions.json') ?? '')).toMatchObject({
      kubernetes: { gitVersion: 'v1.36.1' },
    });
    expect(manifest.failed).toEqual([
      {
        path: 'istiod/istiod-1/endpointz.json',
        message: expect.stringContaining('500') as string,
        reason: expect.stringContaining('oh no') as string,
      },
    ]);
    expect(manifest.entries.find(({ path }) => path === 'control-plane/ConfigMap.json')).toMatchObject({
      redacted: 1,
      truncated: false,
    });
    expect(JSON.parse(files.get('manifest.json') ?? '')).toEqual({
      apiVersion: 'meshctl.dev/v1',
      kind: 'BugReport',
      ...manifest,
    });
    expect(manifest.created).toBe('2030-01-02T03:04:05.000Z');
  });

  test('is planned as it is gathered', async () => {
    const client = await cluster();
    const planned = await planBugReport(client);
    const { events } = await gather(client);
    expect(events[0]).toEqual({ type: 'planned', targets: planned });
    expect(planned.map(({ path }) => path)).toEqual(expect.arrayContaining(everything) as unknown);
  });

  test('is the same for the same cluster', async () => {
    const client = await cluster();
    const [first, second] = [await gather(client), await gather(client)];
    expect([...first.files]).toEqual([...second.files]);
  });

  test('holds parts of the caller, as JSON or text', async () => {
    const extra = [
      {
        path: 'analyze.json',
        what: 'findings',
        gather: () => Promise.resolve({ json: { a: 'password=x' } }),
      },
      { path: 'none.txt', what: 'nothing', gather: () => Promise.resolve(undefined) },
    ];
    const { files } = await gather(await cluster(), { extra });
    expect(JSON.parse(files.get('analyze.json') ?? '')).toEqual({ a: 'password=[redacted]' });
    expect(files.has('none.txt')).toBe(false);
  });
});

describe('pods are chosen', () => {
  const paths = async (options: BugReportOptions) =>
    (await planBugReport(await cluster(), options))
      .map(({ path }) => path)
      .filter((path) => /^(proxies|logs)/.test(path));

  test.each<[string, BugReportOptions, RegExp, RegExp]>([
    ['by what is included', { include: [parsePodFilter('other')] }, /^logs\/istio-system/, /shop/],
    ['by what is excluded', { exclude: [parsePodFilter('shop//job-*')] }, /kube-system/, /job-1/],
    ['by containers', { include: [parsePodFilter('shop/////cart')] }, /^logs\/istio-system/, /istio-proxy/],
    [
      'by the namespace of the control plane',
      { istioNamespace: 'shop', exclude: [] },
      /shop\/cart-1/,
      /nothing/,
    ],
  ])('%s', async (_, options, has, lacks) => {
    const found = await paths(options);
    expect(found).toEqual(expect.arrayContaining([expect.stringMatching(has)]));
    expect(found.filter((path) => lacks.test(path))).toEqual([]);
  });
});

describe('a report is bounded:', () => {
  test('a log is cut to its newest lines, within what is left', async () => {
    const { manifest, files } = await gather(await cluster(), { maxLogBytes: 10_000 });
    const text = files.get('logs/shop/cart-1/istio-proxy.log') ?? '';
    expect(text.length).toBeLessThan(10_001);
    expect(text).toMatch(/^old\n[^]*newest\n$/);
    expect(manifest.skipped).toEqual([]);
  });

  test('what does not fit is left out, and the manifest says so', async () => {
    const { manifest } = await gather(await cluster(), { maxBytes: 12_000 });
    const sum = manifest.entries.reduce((total, { bytes }) => total + bytes, 0);
    expect(sum).toBeLessThanOrEqual(12_000);
    expect(manifest.entries.find(({ truncated }) => truncated)?.path).toBe(
      'logs/istio-system/istiod-1/discovery.log',
    );
    expect(manifest.skipped.map(({ path }) => path)).toContain('logs/shop/cart-1/istio-proxy.log');
  });

  test('what takes too long is given up, and the rest is gathered', async () => {
    const client = await cluster(({ path }) => path.endsWith('/log'));
    const { manifest } = await gather(client, { targetTimeout: 300 });
    expect(manifest.failed.map(({ path }) => path)).toContain('logs/shop/job-1/istio-proxy.log');
    expect(manifest.failed.at(-1)?.message).toBe('it was not there within 0.3 s');
    expect(manifest.entries.map(({ path }) => path)).toContain('proxies/shop/cart-1/stats.txt');
  });

  test('when the time is over, nothing more is begun', async () => {
    const slow = {
      path: 'slow.txt',
      what: 'something slow',
      gather: async () => {
        await sleep(20);
        return undefined;
      },
    };
    const { manifest } = await gather(await cluster(), {
      timeout: 10,
      extra: Array.from({ length: 20 }, () => slow),
    });
    expect(manifest.skipped.at(-1)).toEqual({
      path: 'logs/shop/job-1/istio-proxy.log',
      reason: 'the time for the whole report was over',
    });
  });
});

test('what may not be read is in the manifest, and the rest is gathered', async () => {
  const client = await cluster(({ path }, response) =>
    path === '/api/v1/pods' || path.endsWith('/secrets') ? refuse(response, 403, 'no') : false,
  );
  const { manifest } = await gather(client);
  expect(manifest.failed.map(({ path }) => path)).toEqual(['proxies', 'control-plane/secret-names.json']);
  expect(manifest.entries.map(({ path }) => path)).toContain('cluster/Gateway.networking.istio.io.json');
});

test('a cluster that does not answer is an error', async () => {
  const client = await cluster((_, response) => refuse(response, 401, 'who are you'));
  await expect(gather(client)).rejects.toMatchObject({ code: 'environment', status: 401 });
});

test('an interruption is passed on', async () => {
  const controller = new AbortController();
  const client = await cluster(({ path }) => {
    if (path.endsWith('/log')) controller.abort(new Error('Ctrl-C'));
    return path.endsWith('/log');
  });
  await expect(gather(client, { signal: controller.signal })).rejects.toThrow('Ctrl-C');
});
