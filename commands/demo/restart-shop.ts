import { connectWriter, keyOf, waitReady } from '../../src/kube/apply/index.ts';
import { objectsIn } from '../../src/json.ts';

/** Restarts what runs in the namespaces of the shop, as `kubectl rollout restart` does, and waits until it is ready. */
export async function restartShop(kubeconfig: string, signal: AbortSignal): Promise<void> {
  const writer = await connectWriter({ kubeconfig, env: {} });
  const all = objectsIn(await writer.client.get('/apis/apps/v1/deployments', { signal }), 'items');
  const deployments = all
    .map((item) => keyOf({ apiVersion: 'apps/v1', kind: 'Deployment', ...item }))
    .filter(({ namespace }) => namespace !== 'istio-system');
  const annotations = { 'kubectl.kubernetes.io/restartedAt': new Date().toISOString() };
  const patch = { spec: { template: { metadata: { annotations } } } };
  for (const key of deployments) await writer.patch(key, patch, { type: 'merge', signal });
  await waitReady(writer, deployments, { signal });
}
