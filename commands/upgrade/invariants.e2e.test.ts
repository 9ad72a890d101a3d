import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { objectIn, objectsIn, plainText, type JsonObject } from '../../src/json.ts';
import type { ObjectKey } from '../../src/kube/apply/index.ts';
import { rigSources } from '../../src/kube/testing/rig.ts';
import { record } from './testing/recorder.ts';
import { startShop, type ShopRig } from './testing/shop-rig.ts';

const sources = rigSources();
const webhook = (name: string): ObjectKey => ({
  ...{ apiVersion: 'admissionregistration.k8s.io/v1', kind: 'MutatingWebhookConfiguration', name },
});
const service = { apiVersion: 'v1', kind: 'Service', namespace: 'istio-system', name: 'istiod-1-30-3' };
const deployment = { ...service, apiVersion: 'apps/v1', kind: 'Deployment' };

/** A fault, and what makes it good again. */
type Seed = (shop: ShopRig) => Promise<() => Promise<unknown>>;

const remove =
  (key: ObjectKey): Seed =>
  async ({ writer }) => {
    const there = await writer.get(key);
    if (there === undefined) throw new Error(`no ${key.name}`);
    const { uid, labels = {}, annotations = {}, name = '', namespace = '' } = objectIn(there, 'metadata');
    await writer.delete(key, { uid: plainText(uid) });
    const metadata = { name, labels, annotations, ...(namespace !== '' && { namespace }) };
    return () => writer.create({ ...there, metadata }, { fieldManager: 'test' });
  };

const create =
  (make: (shop: ShopRig) => Promise<JsonObject>): Seed =>
  async (shop) => {
    const made = await shop.writer.create(await make(shop), { fieldManager: 'test' });
    const { name, uid } = objectIn(made, 'metadata');
    const key = { apiVersion: plainText(made.apiVersion), kind: plainText(made.kind), name: plainText(name) };
    return () => shop.writer.delete(key, { uid: plainText(uid) });
  };

const copyOfTag: Seed = create(async ({ writer }) => {
  const tag = (await writer.get(webhook('istio-revision-tag-stable'))) ?? {};
  const labels = objectIn(tag, 'metadata', 'labels');
  return { ...tag, metadata: { name: 'istio-revision-tag-copy', labels } };
});

/** Istiod makes it good by itself. */
const emptyCertificate: Seed = async ({ writer }) => {
  const key = webhook('istio-revision-tag-stable');
  const webhooks = objectsIn(await writer.get(key), 'webhooks').map((one) => ({
    ...one,
    clientConfig: { ...objectIn(one, 'clientConfig'), caBundle: '' },
  }));
  await writer.patch(key, { webhooks }, { type: 'merge', fieldManager: 'test' });
  return () => Promise.resolve();
};

const label = (revision: string): Seed =>
  create(() =>
    Promise.resolve({
      ...{ apiVersion: 'v1', kind: 'Namespace' },
      metadata: { name: `of-${revision}`, labels: { 'istio.io/rev': revision } },
    }),
  );

describe.skipIf(sources === undefined)('what a cluster goes through', () => {
  let shop: ShopRig;

  beforeAll(async () => {
    shop = await startShop(sources ?? '');
  });
  afterAll(() => shop.rig.stop());

  /** Codes and subjects of what is violated while something is done. */
  async function violated(act: () => Promise<unknown>): Promise<readonly string[]> {
    const recorder = await record(shop.rig, shop.writer);
    await act();
    const { violations } = await recorder.finish();
    return violations.map(({ code, subject }) => `${code}: ${subject}`);
  }

  test('is fine while Pods are restarted', async () => {
    expect(await shop.podsByRevision()).toEqual({ '1-30-3': 60 });
    const key = { apiVersion: 'apps/v1', kind: 'Deployment', namespace: 'shop-05', name: 'web' };
    const template = { metadata: { annotations: { 'kubectl.kubernetes.io/restartedAt': 'now' } } };
    const restart = () =>
      shop.writer.patch(key, { spec: { template } }, { type: 'merge', fieldManager: 'test' });
    expect(await violated(restart)).toEqual([]);
  });

  test.each<[string, Seed, string]>([
    ['two matching webhooks', copyOfTag, 'two-injectors: Namespace shop-05'],
    [
      'a removed Service',
      remove(service),
      'no-endpoints: MutatingWebhookConfiguration istio-revision-tag-stable',
    ],
    [
      'an empty caBundle',
      emptyCertificate,
      'no-certificate: MutatingWebhookConfiguration istio-revision-tag-stable',
    ],
    ['a revision that is removed early', remove(deployment), 'revision-gone: revision 1-30-3'],
    [
      'a tag without its webhook',
      remove(webhook('istio-revision-tag-stable')),
      'no-injector: Namespace shop-05',
    ],
    ['a label without a revision', label('1-29-9'), 'no-injector: Namespace of-1-29-9'],
  ])('shows %s', async (_, seed, expected) => {
    let mend: () => Promise<unknown> = () => Promise.resolve();
    const seen = await violated(async () => {
      mend = await seed(shop);
    });
    expect(seen).toContain(expected);
    await mend();
  });
});
