import { join } from 'node:path';
import { readFile } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { crdOf, kinds as kindEntries } from '../api/index.ts';
import type { JsonObject } from '../resources/index.ts';
import { validate } from '../validate/index.ts';
import { connect, discover, listKinds, readCluster, type ConnectOptions, type KindRef } from './index.ts';
import { connectWith } from './connect.ts';
import { issue } from './testing/certificate.ts';
import { instantClock, temporaryFolder } from './testing/connect-to.ts';
import { rigSources, startRig, type Rig } from './testing/rig.ts';
import { objectWriter } from './testing/write-object.ts';

const sources = rigSources();

const virtualServices: KindRef = { group: 'networking.istio.io', kind: 'VirtualService' };
const secrets: KindRef = { group: '', kind: 'Secret' };
const configMaps: KindRef = { group: '', kind: 'ConfigMap' };
const manyConfigMaps = 520;
/** Kubernetes puts one of its own into every namespace. */
const allConfigMaps = manyConfigMaps + 1;

const route = {
  apiVersion: 'networking.istio.io/v1',
  kind: 'VirtualService',
  metadata: { name: 'cart', namespace: 'shop' },
  spec: { hosts: ['cart'], http: [{ route: [{ destination: { host: 'cart' } }] }] },
};

describe.skipIf(sources === undefined)('a real API server', () => {
  let rig: Rig;

  beforeAll(async () => {
    rig = await startRig(sources ?? '');
    await fill(rig);
  });

  afterAll(async () => {
    await rig.stop();
  });

  beforeEach(async () => {
    for (const what of ['/faults', '/denials', '/stats']) await rig.admin('DELETE', what);
  });

  const client = (options: ConnectOptions = {}) =>
    connectWith(instantClock(), { kubeconfig: rig.kubeconfig, ...options });
  const fault = (verb: string, resource: string, action: object) =>
    rig.admin('POST', '/faults', { match: { verbs: [verb], resource }, ...action });

  test('tells all kinds whose definitions it was given', async () => {
    const groups = new Set((await definitions()).map(({ group }) => group));
    const { kinds, unavailable } = await discover(await client(), groups);
    const served = new Set(kinds.map(({ group, kind }) => `${kind}.${group}`));
    expect(unavailable).toEqual([]);
    expect([...served].sort()).toEqual(
      (await definitions()).map(({ group, kind }) => `${kind}.${group}`).sort(),
    );
  });

  test('gives objects in which nothing is wrong, as they were written', async () => {
    const wanted = (await definitions()).map(({ group, kind }) => ({ group, kind }));
    const read = await readCluster(await client(), wanted);
    expect(read.missing).toEqual([]);
    expect(read.resources).toMatchObject([
      { value: route, document: { file: 'cluster:apirig/shop/VirtualService.networking.istio.io/cart' } },
    ]);
    expect((await validate(read, { strict: true })).findings).toEqual([]);
  });

  test('gives Secrets without what no check needs', async () => {
    const [list] = await listKinds(await client(), [secrets]);
    const kept = list?.objects.map(({ metadata, data }) => [
      (metadata as JsonObject).name,
      Object.keys(data as object),
    ]);
    expect(kept).toEqual([
      ['password', []],
      ['tls', ['tls.crt', 'tls.key']],
    ]);
  });

  test('gives long lists in pages', async () => {
    const [list] = await listKinds(await client(), [configMaps], { namespaces: ['many'] });
    expect(list?.objects).toHaveLength(allConfigMaps);
    expect(await requests(rig)).toContain('GET list configmaps 200');
    expect((await requests(rig)).filter((line) => line.includes('configmaps'))).toHaveLength(2);
  });

  test('is asked for nothing but with GET', async () => {
    await readCluster(await client(), [virtualServices, secrets, configMaps]);
    expect(new Set((await requests(rig)).map((line) => line.split(' ')[0]))).toEqual(new Set(['GET']));
  });

  describe('that misbehaves', () => {
    test.each([
      ['is busy', { action: 'status', code: 429, retryAfter: 1, count: 2 }],
      ['has an error', { action: 'status', code: 500, count: 2 }],
      ['is not ready', { action: 'status', code: 503, count: 4 }],
      ['breaks connections', { action: 'reset', count: 3 }],
      ['loses answers', { action: 'drop-response', count: 3 }],
    ])('%s for a while', async (_, action) => {
      await fault('list', 'virtualservices', action);
      const [list] = await listKinds(await client(), [virtualServices]);
      expect(list).toMatchObject({ outcome: 'listed', objects: [route] });
    });

    test('forgets where a list was', async () => {
      await fault('list', 'configmaps', {
        action: 'status',
        code: 410,
        reason: 'Expired',
        skip: 1,
        count: 1,
      });
      const [list] = await listKinds(await client(), [configMaps], { namespaces: ['many'] });
      expect(list).toMatchObject({ outcome: 'listed' });
      expect(list?.objects).toHaveLength(allConfigMaps);
    });

    test('never answers', async () => {
      await fault('list', 'secrets', { action: 'hang' });
      const lists = await listKinds(await client({ timeout: 2000 }), [virtualServices, secrets]);
      expect(lists.map(({ outcome }) => outcome)).toEqual(['listed', 'failed']);
      expect(lists[1]?.problems[0]?.message).toContain('did not answer within 2 s');
    });
  });

  describe('that says no', () => {
    test('to one kind', async () => {
      await rig.admin('POST', '/denials', { resource: 'secrets' });
      const { missing, resources } = await readCluster(await client(), [virtualServices, secrets]);
      expect(resources).toHaveLength(1);
      expect(missing).toMatchObject([{ kind: 'Secret', outcome: 'forbidden' }]);
    });

    test('to somebody else', async () => {
      await rig.admin('POST', '/denials', { resource: 'secrets', user: 'bob' });
      await expect(listKinds(await client({ as: 'bob' }), [secrets])).rejects.toMatchObject({
        status: 403,
        message: 'the context "apirig" may not list secrets of the whole cluster',
        reason: expect.stringContaining('User "bob" cannot list resource "secrets"') as string,
      });
      expect(await listKinds(await client(), [secrets])).toMatchObject([{ outcome: 'listed' }]);
    });

    test('to a wrong token', async () => {
      const text = await readFile(rig.kubeconfig, 'utf8');
      const folder = await temporaryFolder({ config: text.replace(/token: .*/, 'token: wrong') });
      const other = await client({ kubeconfig: join(folder, 'config') });
      await expect(listKinds(other, [secrets])).rejects.toMatchObject({
        status: 401,
        message: `${rig.api} does not accept the credentials of the context "apirig"`,
      });
    });
  });

  test('whose CA is not known is not trusted', async () => {
    const text = await readFile(rig.kubeconfig, 'utf8');
    const folder = await temporaryFolder({ config: text.replace(/certificate-authority-data: .*/, '') });
    const other = await client({ kubeconfig: join(folder, 'config') });
    await expect(listKinds(other, [secrets])).rejects.toMatchObject({
      reason: 'TLS: the certificate of the server is not signed by a CA that is trusted here',
    });
  });
});

async function definitions() {
  const all = await Promise.all(kindEntries.map((entry) => entry.load()));
  return all.filter(({ channels }) => channels.includes('standard'));
}

/** The definitions of all kinds, two namespaces, and some objects. */
async function fill(rig: Rig): Promise<void> {
  const write = await objectWriter(rig.kubeconfig);
  const all = await definitions();
  for (const definition of all) {
    await write('/apis/apiextensions.k8s.io/v1/customresourcedefinitions', crdOf(definition, 'standard'));
  }
  for (const name of ['shop', 'many']) await write('/api/v1/namespaces', { metadata: { name } });
  await untilServed(rig, all);
  await write('/apis/networking.istio.io/v1/namespaces/shop/virtualservices', route);
  const { certificate, key } = issue({ name: 'shop.example', addresses: ['shop.example'] });
  const stringData = { 'tls.crt': certificate, 'tls.key': key };
  const secretsPath = '/api/v1/namespaces/shop/secrets';
  await write(secretsPath, { metadata: { name: 'tls' }, type: 'kubernetes.io/tls', stringData });
  await write(secretsPath, { metadata: { name: 'password' }, type: 'Opaque', stringData: { password: 'x' } });
  await write(secretsPath, {
    metadata: { name: 'release' },
    type: 'helm.sh/release.v1',
    stringData: { release: 'x' },
  });
  const names = Array.from({ length: manyConfigMaps }, (_, i) => `c${i}`);
  await Promise.all(names.map((name) => write('/api/v1/namespaces/many/configmaps', { metadata: { name } })));
}

async function untilServed(rig: Rig, all: readonly Omit<KindRef, 'versions'>[]): Promise<void> {
  const client = await connect({ kubeconfig: rig.kubeconfig });
  const groups = all.map(({ group }) => group);
  for (;;) {
    const { kinds } = await discover(client, groups);
    if (new Set(kinds.map(({ group, kind }) => `${kind}.${group}`)).size === all.length) return;
    await sleep(100);
  }
}

/** What this program asked the server for since the last reset: method, verb, resource, code. */
async function requests(rig: Rig): Promise<readonly string[]> {
  const log = (await rig.admin('GET', '/log')) as readonly Record<string, string | number>[];
  return log
    .filter(({ userAgent }) => String(userAgent).startsWith('meshctl/'))
    .map(
      ({ method, verb, resource, code }) => `${method ?? ''} ${verb ?? ''} ${resource ?? ''} ${code ?? ''}`,
    );
}
