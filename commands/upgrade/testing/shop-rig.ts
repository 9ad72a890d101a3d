import { setTimeout as sleep } from 'node:timers/promises';
import { isObject, objectIn, objectsIn, plainText, type JsonObject } from '../../../src/json.ts';
import { annotationOf } from '../../../src/label-of.ts';
import { connectWriter, keyOf, waitReady, type ClusterWriter } from '../../../src/kube/apply/index.ts';
import { startRig, type Rig } from '../../../src/kube/testing/rig.ts';
import { shopObjects } from '../../../src/upgrade/simulate/testing/shop-cluster.ts';
import { run, type Result } from '../../testing/run.ts';

/** A real API server with the shop on the control plane 1-30-3. */
export interface ShopRig {
  readonly rig: Rig;
  readonly writer: ClusterWriter;
  readonly meshctl: (...argv: readonly string[]) => Promise<Result>;
  /** Pods with a proxy, by the revision that injected them. */
  readonly podsByRevision: () => Promise<Readonly<Record<string, number>>>;
}

/** Starts the server, installs the control plane, tags it, and waits for the 60 Pods of the shop. */
export async function startShop(sources: string): Promise<ShopRig> {
  const rig = await startRig(sources, { workloads: true, flags: ['--mesh', '--ready-delay', '20ms'] });
  try {
    const writer = await connectWriter({ kubeconfig: rig.kubeconfig, env: {} });
    const meshctl = (...argv: readonly string[]) => run([...argv, '--kubeconfig', rig.kubeconfig]);
    await succeed(
      meshctl('install', '--profile', 'minimal', '--revision', '1-30-3', '--set', 'tag=1.30.3', '-y'),
    );
    await succeed(meshctl('tag', 'set', 'stable', '--revision', '1-30-3', '-y'));
    await untilCertified(writer, 'istio-revision-tag-stable');
    for (const object of shopObjects) await writer.apply(object, { fieldManager: 'shop' });
    const workloads = shopObjects.filter(({ apiVersion }) => apiVersion === 'apps/v1').map(keyOf);
    const late = await waitReady(writer, workloads, { timeout: 60_000 });
    if (late.length > 0) throw new Error(`the shop is not ready: ${JSON.stringify(late[0])}`);
    return { rig, writer, meshctl, podsByRevision: () => podsByRevision(writer) };
  } catch (error) {
    await rig.stop();
    throw error;
  }
}

async function succeed(asked: Promise<Result>): Promise<void> {
  const { code, err } = await asked;
  if (code !== 0) throw new Error(`exit code ${code}: ${err}`);
}

/** Waits until istiod wrote its certificate into a webhook. */
async function untilCertified(writer: ClusterWriter, name: string): Promise<void> {
  const key = { apiVersion: 'admissionregistration.k8s.io/v1', kind: 'MutatingWebhookConfiguration', name };
  for (let attempt = 0; attempt < 200; attempt += 1) {
    const webhooks = objectsIn(await writer.get(key), 'webhooks');
    const isIn = (one: JsonObject): boolean => plainText(objectIn(one, 'clientConfig').caBundle) !== '';
    if (webhooks.length > 0 && webhooks.every(isIn)) return;
    await sleep(50);
  }
  throw new Error(`${name} has no certificate`);
}

/** Counts the Pods when all 60 are there, or after a while: the server makes those of a restart a moment later. */
async function podsByRevision({ client }: ClusterWriter): Promise<Readonly<Record<string, number>>> {
  for (let attempt = 1; ; attempt += 1) {
    const counts = await injectedPods(client);
    const all = Object.values(counts).reduce((sum, count) => sum + count, 0);
    if (all === 60 || attempt === 50) return counts;
    await sleep(200);
  }
}

async function injectedPods(client: ClusterWriter['client']): Promise<Readonly<Record<string, number>>> {
  const { items } = await client.get('/api/v1/pods');
  const counts: Record<string, number> = {};
  for (const pod of (Array.isArray(items) ? items : []).filter(isObject)) {
    const status = annotationOf(pod, 'sidecar.istio.io/status');
    if (status === '') continue;
    const revision = plainText((JSON.parse(status) as JsonObject).revision);
    counts[revision] = (counts[revision] ?? 0) + 1;
  }
  return counts;
}
