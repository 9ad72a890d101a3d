import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { isObject, plainText, type JsonObject } from '../src/json.ts';
import { connectWriter, type ClusterWriter } from '../src/kube/apply/index.ts';
import type { InstallPlan } from '../src/install/index.ts';
import { rigSources, startRig, type Rig } from '../src/kube/testing/rig.ts';
import { loadOperatorSpec, profileNames, renderManifests } from '../src/operator/index.ts';
import { run, type Result } from './testing/run.ts';

const sources = rigSources();

interface Stats {
  readonly total: number;
  readonly byVerb: Readonly<Record<string, number>>;
}

const writeVerbs = ['create', 'update', 'patch', 'delete', 'deletecollection'];
const writesIn = ({ byVerb }: Stats): number =>
  writeVerbs.reduce((sum, verb) => sum + (byVerb[verb] ?? 0), 0);

describe.skipIf(sources === undefined)('install on a real API server', () => {
  let rig: Rig;
  let writer: ClusterWriter;

  beforeEach(async () => {
    rig = await startRig(sources ?? '', { workloads: true, flags: ['--mesh', '--ready-delay', '50ms'] });
    writer = await connectWriter({ kubeconfig: rig.kubeconfig });
  });

  afterEach(async () => {
    await rig.stop();
  });

  const meshctl = (...args: readonly string[]): Promise<Result> =>
    run([...args, '--kubeconfig', rig.kubeconfig], { env: { PATH: process.env.PATH }, cwd: '/' });
  const install = (...args: readonly string[]): Promise<Result> => meshctl('install', '-y', ...args);
  const stats = async (): Promise<Stats> => (await rig.admin('GET', '/stats')) as Stats;
  const objects = async (): Promise<readonly JsonObject[]> =>
    ((await rig.admin('GET', '/objects')) as readonly unknown[]).filter(isObject);
  const names = async (resource: string): Promise<readonly unknown[]> =>
    (await objects()).filter((object) => object.resource === resource).map(({ name }) => name);

  const budgets: Readonly<Record<string, number>> = { minimal: 89, default: 101, demo: 107, ambient: 105 };

  test.each(profileNames)('the profile %s, and again without a write', async (profile) => {
    if (profile.startsWith('openshift')) await writer.apply(attachments);
    await rig.admin('DELETE', '/stats');
    const first = await install('--profile', profile);
    expect(first).toMatchObject({ code: 0 });
    const { total } = await stats();
    expect(total).toBeLessThanOrEqual(budgets[profile] ?? 150);
    const spec = await loadOperatorSpec({ sets: [`profile=${profile}`] });
    const rendered = (await renderManifests(spec, { kubeMinor: 36 })).objects;
    for (const { object } of rendered) {
      const { apiVersion, kind, metadata } = object;
      const { name, namespace } = metadata;
      const key = { apiVersion, kind, name, ...(typeof namespace === 'string' && { namespace }) };
      expect(await writer.get(key), `${kind} ${name}`).toMatchObject({
        metadata: { labels: { 'operator.istio.io/managed': 'Reconcile', 'istio.io/rev': 'default' } },
      });
    }
    await rig.admin('DELETE', '/stats');
    const again = await install('--profile', profile);
    expect(again).toMatchObject({ code: 0 });
    expect(again.out).toContain('nothing to change');
    expect(writesIn(await stats())).toBe(0);
  });

  test('on a cluster without a kind that is needed nothing is begun', async () => {
    const { code, err } = await install('--profile', 'openshift');
    expect(code).toBe(3);
    expect(err).toContain('the cluster does not serve NetworkAttachmentDefinition of k8s.cni.cncf.io/v1');
    expect(await names('namespaces')).not.toContain('istio-system');
  });

  test('a change of a setting writes what it changes, and a dry run tells it before', async () => {
    await install('--profile', 'minimal');
    const setting = ['--profile', 'minimal', '--set', 'values.pilot.env.X=1'];
    await rig.admin('DELETE', '/stats');
    const drift = await meshctl('install', ...setting, '--exit-code', '--diff');
    expect(drift).toMatchObject({ code: 1 });
    expect(drift.out).toContain('+ spec.template.spec.containers[discovery].env[X] {"name":"X","value":"1"}');
    expect(writesIn(await stats())).toBe(0);
    expect(await install(...setting)).toMatchObject({ code: 0 });
    expect(await meshctl('install', ...setting, '--exit-code')).toMatchObject({ code: 0 });
  });

  test('a dry run by the server stores nothing', async () => {
    const { code, out } = await meshctl('install', '--dry-run=server', '--profile', 'minimal', '-o', 'json');
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({
      kind: 'InstallPlan',
      dryRun: 'server',
      summary: { create: 37, change: 0, unchanged: 0, delete: 0 },
    });
    expect(await names('namespaces')).not.toContain('istio-system');
  });

  test('a second revision leaves the first one and the default alone', async () => {
    await install('--profile', 'minimal');
    const before = await writer.get(tag);
    expect(await install('--profile', 'minimal', '--revision', 'canary')).toMatchObject({ code: 0 });
    expect(await names('deployments')).toEqual(['istiod', 'istiod-canary']);
    expect((await writer.get(tag))?.webhooks).toEqual(before?.webhooks);
    const back = await meshctl('install', '--profile', 'minimal', '--dry-run', '-o', 'json');
    const { stages, prune } = JSON.parse(back.out) as InstallPlan;
    const changed = stages.filter(({ changes }) => changes.some(({ action }) => action !== 'unchanged'));
    // What all revisions share is labelled with the last one.
    expect(changed.map(({ name }) => name)).toEqual(['Base']);
    expect(prune).toEqual([]);
  });

  test('the first revision becomes the default, and one without a name takes it', async () => {
    await install('--profile', 'minimal', '--revision', 'blue');
    expect(await writer.get(tag)).toMatchObject({ metadata: { labels: { 'istio.io/rev': 'blue' } } });
    const { code, err } = await install('--profile', 'minimal');
    expect(code).toBe(0);
    expect(err).toContain('the default revision moves from blue to default');
    expect(await writer.get(tag)).toMatchObject({ metadata: { labels: { 'istio.io/rev': 'default' } } });
  });

  test('a gateway that is switched off is pruned, that of another owner is not', async () => {
    await install('--profile', 'demo');
    expect(await names('deployments')).toContain('istio-egressgateway');
    const { code, err } = await install('--profile', 'default');
    expect(code).toBe(0);
    expect(err).toContain('- Deployment istio-system/istio-egressgateway');
    // Deletions are carried out by the cluster, in its own time.
    await gone(async () => {
      const left = (await objects()).filter(({ name }) => plainText(name).includes('egressgateway'));
      return left.some(({ resource }) => !derived.includes(plainText(resource)));
    });
    expect(await names('deployments')).toContain('istio-ingressgateway');
  });

  test('what istioctl installed is taken over, and a setting of its own goes', async () => {
    const spec = await loadOperatorSpec({ sets: ['profile=minimal'] });
    const { objects: rendered } = await renderManifests(spec, { kubeMinor: 36 });
    const istioctl = { fieldManager: 'istio-operator', force: true };
    await writer.apply(namespace('istio-system'), istioctl);
    for (const { object } of rendered) await writer.apply(withSetting(object), istioctl);
    const { code, err } = await install('--profile', 'minimal');
    expect(code).toBe(0);
    expect(err).toContain('taken over from istio-operator');
    const istiod = await writer.get(deployment('istiod'));
    expect(istiod?.metadata).not.toHaveProperty('labels.old');
    await rig.admin('DELETE', '/stats');
    expect(await install('--profile', 'minimal')).toMatchObject({ code: 0 });
    expect(writesIn(await stats())).toBe(0);
  });

  test('a control plane that never gets ready is named, and the same command goes on', async () => {
    await rig.admin('PATCH', '/loop', { neverReady: ['Deployment/istio-system/istiod'] });
    const failed = await install('--profile', 'default', '--timeout', '1s');
    expect(failed).toMatchObject({ code: 3, out: '' });
    expect(failed.err).toContain('the installation is not complete: Pilot is not ready after 1 s');
    expect(failed.err).toContain('in place: Namespace, Base; not begun: DefaultRevision, IngressGateways');
    await rig.admin('PATCH', '/loop', { neverReady: [] });
    expect(await install('--profile', 'default')).toMatchObject({ code: 0 });
    expect(await names('leases')).toEqual([]);
  });

  test('of two at once one wins, or the other one says who is at it', async () => {
    const both = await Promise.all([install('--profile', 'minimal'), install('--profile', 'minimal')]);
    const lost = both.filter(({ code }) => code !== 0);
    expect(lost.length).toBeLessThan(2);
    for (const { code, err } of lost) {
      expect(code).toBe(3);
      expect(err).toContain('somebody else changes this control plane at the moment');
    }
    expect(await install('--profile', 'minimal')).toMatchObject({ code: 0 });
  });

  test('Ctrl-C stops, gives the lock back, and the same command goes on', async () => {
    await rig.admin('PATCH', '/loop', { neverReady: ['Deployment/istio-system/istiod'] });
    const controller = new AbortController();
    const args = ['install', '-y', '--profile', 'minimal', '--kubeconfig', rig.kubeconfig];
    const running = run(args, { interrupt: () => controller.signal });
    await gone(async () => !(await names('deployments')).includes('istiod'));
    controller.abort();
    const { code, err } = await running;
    expect(code).toBe(130);
    expect(err).toContain('interrupted; complete: Namespace, Base');
    expect(await names('leases')).toEqual([]);
    await rig.admin('PATCH', '/loop', { neverReady: [] });
    expect(await install('--profile', 'minimal')).toMatchObject({ code: 0 });
  });
});

/** Made and removed by controllers. */
const derived = ['pods', 'replicasets', 'endpointslices', 'endpoints', 'events'];

const tag = {
  apiVersion: 'admissionregistration.k8s.io/v1',
  kind: 'MutatingWebhookConfiguration',
  name: 'istio-revision-tag-default',
};
const deployment = (name: string) => ({
  apiVersion: 'apps/v1',
  kind: 'Deployment',
  namespace: 'istio-system',
  name,
});
const namespace = (name: string): JsonObject => ({ apiVersion: 'v1', kind: 'Namespace', metadata: { name } });

/** What OpenShift comes with. */
const attachments: JsonObject = {
  apiVersion: 'apiextensions.k8s.io/v1',
  kind: 'CustomResourceDefinition',
  metadata: { name: 'network-attachment-definitions.k8s.cni.cncf.io' },
  spec: {
    group: 'k8s.cni.cncf.io',
    scope: 'Namespaced',
    names: { plural: 'network-attachment-definitions', kind: 'NetworkAttachmentDefinition' },
    versions: [
      {
        name: 'v1',
        served: true,
        storage: true,
        schema: { openAPIV3Schema: { type: 'object', 'x-kubernetes-preserve-unknown-fields': true } },
      },
    ],
  },
};

/** As an older version would have rendered it. */
function withSetting(object: JsonObject): JsonObject {
  const metadata = isObject(object.metadata) ? object.metadata : {};
  const labels = isObject(metadata.labels) ? metadata.labels : {};
  return { ...object, metadata: { ...metadata, labels: { ...labels, old: 'yes' } } };
}

/** Waits until something is no longer so. */
async function gone(isThere: () => Promise<boolean>): Promise<void> {
  for (let left = 200; left > 0 && (await isThere()); left--) await sleep(50);
}
