import { withoutServerFields } from '../../../changes/index.ts';
import { carryOutInstall, desiredObjects, planInstall, readInstallState } from '../../../install/index.ts';
import { objectIn, objectsIn, plainText, valueIn, withoutKey, type JsonObject } from '../../../json.ts';
import { keyOf, type ClusterWriter } from '../../../kube/apply/index.ts';
import { loadOperatorSpec, renderManifests } from '../../../operator/index.ts';
import type { SandboxOptions } from '../../../sandbox/index.ts';
import { connectedSandbox } from '../../../sandbox/testing/connect-sandbox.ts';

/** A sandbox with one control plane without a name, and two namespaces that follow it. */
export interface SandboxMesh {
  readonly kubeconfig: string;
  readonly writer: ClusterWriter;
  readonly objects: () => readonly JsonObject[];
}

export async function sandboxMesh(options: SandboxOptions = {}): Promise<SandboxMesh> {
  const seed = [
    namespace('shop', { 'istio-injection': 'enabled', team: 'shop' }),
    namespace('pay', { 'istio.io/rev': 'default' }),
  ];
  const { sandbox, writer } = await connectedSandbox({ ...options, seed });
  await installed(writer);
  for (const object of workloads) await writer.create(object);
  const mesh = { writer, objects: sandbox.objects, kubeconfig: sandbox.kubeconfig };
  await settled(mesh);
  return mesh;
}

async function installed(writer: ClusterWriter): Promise<void> {
  const loaded = await loadOperatorSpec({ sets: ['profile=minimal', 'values.pilot.autoscaleEnabled=false'] });
  const desired = desiredObjects(loaded, await renderManifests(loaded));
  const plan = planInstall(desired, await readInstallState(writer.client, desired));
  for await (const event of carryOutInstall(writer, plan)) if (event.type === 'failed') throw event.error;
}

const namespace = (name: string, labels: JsonObject): JsonObject => ({
  apiVersion: 'v1',
  kind: 'Namespace',
  metadata: { name, labels },
});

const workloads: readonly JsonObject[] = [
  workload('Deployment', 'shop', 'web', { replicas: 2 }),
  workload('StatefulSet', 'shop', 'db', { replicas: 1, serviceName: 'db' }),
  workload('DaemonSet', 'pay', 'agent', { updateStrategy: { type: 'OnDelete' } }),
  {
    apiVersion: 'policy/v1',
    kind: 'PodDisruptionBudget',
    metadata: { name: 'web', namespace: 'shop' },
    spec: { minAvailable: 1, selector: { matchLabels: { app: 'web' } } },
  },
];

function workload(kind: string, home: string, name: string, spec: JsonObject): JsonObject {
  const labels = { app: name };
  return {
    apiVersion: 'apps/v1',
    kind,
    metadata: { name, namespace: home },
    spec: {
      ...spec,
      selector: { matchLabels: labels },
      template: { metadata: { labels }, spec: { containers: [{ name, image: `${name}:1` }] } },
    },
  };
}

/** Waits until every workload has its Pods, and budgets have seen them. */
async function settled({ objects }: SandboxMesh): Promise<void> {
  const end = Date.now() + 20_000;
  while (Date.now() < end) {
    const pods = objects().filter(({ kind }) => kind === 'Pod');
    const budget = objects().find(({ kind }) => kind === 'PodDisruptionBudget');
    const isReady =
      pods.filter((pod) => plainText(valueIn(pod, 'status', 'phase')) === 'Running').length >= 5;
    if (isReady && valueIn(budget, 'status', 'disruptionsAllowed') === 1) return;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  throw new Error('the sandbox does not settle');
}

/** Which control plane injected the Pods of a namespace, by the name of their owner. */
export function injectedBy({ objects }: SandboxMesh, home: string): Readonly<Record<string, string>> {
  const pods = objects().filter((object) => object.kind === 'Pod' && keyOf(object).namespace === home);
  return Object.fromEntries(
    pods.map((pod) => {
      const status = plainText(valueIn(pod, 'metadata', 'annotations', 'sidecar.istio.io/status'));
      const revision =
        status === '' ? 'nobody' : plainText(valueIn(JSON.parse(status) as JsonObject, 'revision'));
      return [plainText(valueIn(pod, 'metadata', 'labels', 'app')), revision];
    }),
  );
}

const compared = new Set([
  ...['MutatingWebhookConfiguration', 'ValidatingWebhookConfiguration', 'Service', 'Namespace'],
  ...['Deployment', 'StatefulSet', 'DaemonSet', 'ConfigMap', 'ServiceAccount', 'ClusterRole', 'Role'],
]);

/** What a rollback has to bring back, object by object: all but what restarts and the server leave. */
export function snapshot({ objects }: SandboxMesh): Readonly<Record<string, JsonObject>> {
  return Object.fromEntries(
    objects()
      .filter((object) => compared.has(plainText(object.kind)) && !keyOf(object).name.startsWith('meshctl-'))
      .map((object) => [
        `${plainText(object.kind)} ${keyOf(object).namespace ?? ''}/${keyOf(object).name}`,
        unmarked(withoutServerFields(object)),
      ]),
  );
}

function unmarked(object: JsonObject): JsonObject {
  const { template } = objectIn(object, 'spec');
  if (template === undefined || objectsIn(object, 'spec', 'template', 'spec', 'containers').length === 0)
    return object;
  const metadata = objectIn(template, 'metadata');
  const annotations = withoutKey(objectIn(metadata, 'annotations'), 'kubectl.kubernetes.io/restartedAt');
  const left = Object.keys(annotations).length > 0 ? { annotations } : {};
  const plain = { ...withoutKey(metadata, 'annotations'), ...left };
  return {
    ...object,
    spec: { ...objectIn(object, 'spec'), template: { ...objectIn(template), metadata: plain } },
  };
}

/** Makes requests fail from the nth write on, as if the process had been killed before it. */
export function killedAt(writer: ClusterWriter, write: number): ClusterWriter {
  let count = 0;
  const guard = (isWrite: boolean): void => {
    if (isWrite) count += 1;
    if (count >= write) throw new Killed();
  };
  const guarded =
    <Args extends readonly unknown[], Result>(isWrite: boolean, call: (...args: Args) => Promise<Result>) =>
    async (...args: Args): Promise<Result> => {
      guard(isWrite);
      return call(...args);
    };
  return {
    ...writer,
    get: guarded(false, writer.get),
    apply: guarded(true, writer.apply),
    create: guarded(true, writer.create),
    patch: guarded(true, writer.patch),
    delete: guarded(true, writer.delete),
  };
}

/** What a killed process would not have lived to see. */
export class Killed extends Error {}

/** The lock of a process that was killed would be waited for. */
export async function unlock(writer: ClusterWriter): Promise<void> {
  for (const name of ['meshctl-upgrade', 'meshctl-install']) {
    const key = { apiVersion: 'coordination.k8s.io/v1', kind: 'Lease', namespace: 'istio-system', name };
    const uid = plainText(valueIn(await writer.get(key), 'metadata', 'uid'));
    if (uid !== '') await writer.delete(key, { uid, propagation: 'Background' });
  }
}
