import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { isObject, objectIn, plainText, type JsonObject } from '../../src/json.ts';
import { connectWriter, waitReady, type ClusterWriter } from '../../src/kube/apply/index.ts';
import { rigSources, startRig, type Rig } from '../../src/kube/testing/rig.ts';
import { loadOperatorSpec, renderManifests } from '../../src/operator/index.ts';
import { managersOf } from '../../src/server-side-apply/index.ts';
import { run } from '../testing/run.ts';

const sources = rigSources();
const admission = 'admissionregistration.k8s.io/v1';

/** What a revision consists of, but for gateways and definitions. */
async function controlPlane(revision: string): Promise<readonly JsonObject[]> {
  const sets = ['profile=minimal', ...(revision === '' ? [] : [`revision=${revision}`])];
  const { objects } = await renderManifests(await loadOperatorSpec({ sets }));
  return objects.filter(({ component }) => component === 'Pilot').map(({ object }) => object);
}

const deployment = (namespace: string, name: string): JsonObject => ({
  apiVersion: 'apps/v1',
  kind: 'Deployment',
  metadata: { namespace, name },
  spec: {
    replicas: 1,
    selector: { matchLabels: { app: name } },
    template: {
      metadata: { labels: { app: name } },
      spec: { containers: [{ name: 'app', image: 'app:1' }] },
    },
  },
});

describe.skipIf(sources === undefined)('tags of a cluster with two control planes', () => {
  let rig: Rig;
  let writer: ClusterWriter;

  const meshctl = (...argv: readonly string[]) => run([...argv, '--kubeconfig', rig.kubeconfig]);
  const get = (kind: string, name: string) => writer.get({ apiVersion: admission, kind, name });

  /** Makes a workload, and gives who injected its pod: `revision by webhook, webhook`. */
  async function injectedBy(namespace: string, name: string): Promise<string> {
    await rig.admin('DELETE', '/injections');
    await writer.apply(deployment(namespace, name), { fieldManager: 'test' });
    await waitReady(writer, [{ apiVersion: 'apps/v1', kind: 'Deployment', namespace, name }], {
      timeout: 20_000,
    });
    const asked = (await rig.admin('GET', '/injections')) as readonly JsonObject[];
    return asked
      .filter((one) => one.namespace === namespace)
      .map(({ revision, webhooks }) => `${plainText(revision)} of ${JSON.stringify(webhooks)}`)
      .join(' and ');
  }

  async function untilCertified(name: string): Promise<void> {
    for (let attempt = 0; attempt < 200; attempt++) {
      const { webhooks } = (await get('MutatingWebhookConfiguration', name)) ?? {};
      const all = Array.isArray(webhooks) ? webhooks.filter(isObject) : [];
      if (all.every((one) => plainText(objectIn(one, 'clientConfig').caBundle) !== '')) return;
      await sleep(50);
    }
    throw new Error(`${name} has no certificate`);
  }

  beforeAll(async () => {
    rig = await startRig(sources ?? '', { workloads: true, flags: ['--mesh', '--ready-delay', '0s'] });
    writer = await connectWriter({ kubeconfig: rig.kubeconfig, env: {} });
    const namespace = (name: string, labels: JsonObject): JsonObject => ({
      apiVersion: 'v1',
      kind: 'Namespace',
      metadata: { name, labels },
    });
    for (const object of [
      namespace('istio-system', {}),
      namespace('shop', { 'istio.io/rev': 'prod' }),
      namespace('legacy', { 'istio-injection': 'enabled' }),
      ...(await controlPlane('')),
      ...(await controlPlane('canary')),
    ])
      await writer.apply(object, { fieldManager: 'istio-operator', force: true });
    for (const name of ['istio-sidecar-injector', 'istio-sidecar-injector-canary'])
      await untilCertified(name);
  });
  afterAll(() => rig.stop());

  test('the default one is made and moved, and who validates along with it', async () => {
    const { code, err } = await meshctl('tag', 'set', 'default', '--revision', 'default');
    expect([code, err]).toEqual([0, expect.stringContaining('stands for revision default')]);
    expect(await injectedBy('legacy', 'one')).toContain('default of ["istio-revision-tag-default/namespace.');
    await meshctl('tag', 'set', 'default', '--revision', 'canary', '--overwrite');
    expect(await injectedBy('legacy', 'two')).toContain('canary of ["istio-revision-tag-default/namespace.');
    const validator = await get('ValidatingWebhookConfiguration', 'istiod-default-validator');
    expect(objectIn(validator, 'metadata', 'labels')['istio.io/rev']).toBe('canary');
  });

  test('a namespace follows its tag', async () => {
    expect(await injectedBy('shop', 'early')).toBe('');
    await meshctl('tag', 'set', 'prod', '--revision', 'canary');
    expect(await injectedBy('shop', 'one')).toContain('canary of ["istio-revision-tag-prod/rev.namespace.');
    await meshctl('tag', 'set', 'prod', '--revision', 'default', '--overwrite');
    expect(await injectedBy('shop', 'two')).toContain('default of ["istio-revision-tag-prod/rev.namespace.');
  });

  test('a tag of istioctl is taken over, with what it had besides', async () => {
    const { webhooks = [] } = (await get('MutatingWebhookConfiguration', 'istio-revision-tag-prod')) ?? {};
    const labels = { 'istio.io/tag': 'theirs', 'istio.io/rev': 'canary', old: 'yes' };
    const theirs = { apiVersion: admission, kind: 'MutatingWebhookConfiguration' };
    await writer.apply(
      { ...theirs, metadata: { name: 'istio-revision-tag-theirs', labels }, webhooks: renamed(webhooks) },
      { fieldManager: 'istio-ci', force: true },
    );
    const { code } = await meshctl('tag', 'set', 'theirs', '--revision', 'default', '--overwrite');
    expect(code).toBe(0);
    const taken = (await get('MutatingWebhookConfiguration', 'istio-revision-tag-theirs')) ?? {};
    expect(objectIn(taken, 'metadata', 'labels')).not.toHaveProperty('old');
    expect(managersOf(taken).map(({ manager }) => manager)).not.toContain('istio-ci');
  });

  test('a tag that is as it should be is not written', async () => {
    await rig.admin('DELETE', '/stats');
    const { err } = await meshctl('tag', 'set', 'prod', '--revision', 'default', '--overwrite');
    expect(err).toContain('as it should');
    const log = (await rig.admin('GET', '/log')) as readonly JsonObject[];
    const reading = ['get', 'list', 'watch'];
    expect(log.filter(({ verb }) => !reading.includes(plainText(verb)))).toEqual([]);
    expect(log).not.toEqual([]);
  });

  test('control planes are told with their proxies, and nothing is written', async () => {
    const { code, out, err } = await meshctl('revision', 'list', '-o', 'json');
    expect([code, err]).toEqual([0, '']);
    const { revisions, problems } = JSON.parse(out) as Record<
      'revisions' | 'problems',
      readonly JsonObject[]
    >;
    expect(problems).toEqual([]);
    expect(revisions).toMatchObject([
      { name: 'canary', tags: ['default'], istiods: [{ ready: 1 }], pods: { total: 2, leaving: 1 } },
      { name: 'default', tags: ['prod', 'theirs'], istiods: [{ ready: 1 }], pods: { total: 2, leaving: 1 } },
    ]);
    for (const { proxies } of revisions) expect(proxies).toEqual({ connected: 2, synced: 2 });
  });

  test('a removed tag injects nobody', async () => {
    expect((await meshctl('tag', 'remove', 'prod')).code).toBe(2);
    expect((await meshctl('tag', 'remove', 'prod', '-y')).code).toBe(0);
    expect(await injectedBy('shop', 'late')).toBe('');
  });
});

/** The webhooks as those of a tag of another name. */
const renamed = (webhooks: JsonObject[string]): JsonObject[string] =>
  JSON.parse(JSON.stringify(webhooks).replaceAll('"prod"', '"theirs"')) as JsonObject[string];
