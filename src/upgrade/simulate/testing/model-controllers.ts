import { groupBy } from '../../../group-by.ts';
import { objectIn, objectsIn, plainText, valueIn, type JsonObject } from '../../../json.ts';
import { label } from '../../../label.ts';
import { labelOf } from '../../../label-of.ts';
import { keyOf } from '../../../kube/apply/index.ts';
import { matchesLabels } from '../../../sandbox/read/label-selector.ts';
import { templateHash } from '../../../sandbox/controllers/template-hash.ts';
import { makePod } from './model-injection.ts';
import type { ModelMesh } from './model-mesh.ts';

/**
 * What a cluster does by itself after a write to one of these kinds, or to any: Pods, endpoints, certificates, budgets,
 * and what goes with its owner.
 */
export function settle(mesh: ModelMesh, written?: string): void {
  if (written !== undefined && !minded.has(written)) return;
  collectGarbage(mesh);
  // Istiods first: others need them to be injected.
  for (const control of [true, false]) {
    for (const owner of [...workloads].flatMap((kind) => mesh.ofKind(kind)))
      if ((labelOf(owner, 'app') === 'istiod') === control) rollOut(mesh, owner);
    if (control) keepServices(mesh);
    if (control) keepCertificates(mesh);
  }
  keepBudgets(mesh);
}

const workloads = new Set(['Deployment', 'StatefulSet', 'DaemonSet']);
const webhooks = new Set(['MutatingWebhookConfiguration', 'ValidatingWebhookConfiguration']);
const minded = new Set([...workloads, ...webhooks, 'Service', 'Pod', 'PodDisruptionBudget']);
const hashLabel = 'pod-template-hash';

/** Makes Pods of the newest template. A Deployment makes the new one first; others delete the old one first. */
export function rollOut(mesh: ModelMesh, owner: JsonObject): void {
  const hash = hashOf(owner);
  const wanted = owner.kind === 'DaemonSet' ? 1 : Number(objectIn(owner, 'spec').replicas ?? 1);
  const waits = valueIn(owner, 'spec', 'updateStrategy', 'type') === 'OnDelete';
  const old = podsOf(mesh, owner).filter((pod) => labelOf(pod, hashLabel) !== hash);
  for (const pod of waits ? [] : old)
    if (owner.kind !== 'Deployment') {
      mesh.delete(keyOf(pod));
      makePod(mesh, owner, hash);
    } else if (makePod(mesh, owner, hash)) mesh.delete(keyOf(pod));
  const missing = wanted - podsOf(mesh, owner).length;
  for (let number = 0; number < missing; number += 1) makePod(mesh, owner, hash);
  report(mesh, owner, hash, wanted);
}

export const hashOf = (owner: JsonObject): string => {
  const template = objectIn(owner, 'spec', 'template');
  const known = hashes.get(template);
  if (known !== undefined) return known;
  const hash = templateHash(template);
  hashes.set(template, hash);
  return hash;
};
const hashes = new WeakMap<JsonObject, string>();

/** Pods of an owner, those of older templates too. */
export function podsOf(mesh: ModelMesh, owner: JsonObject): readonly JsonObject[] {
  const { namespace, name } = keyOf(owner);
  const title = `${plainText(owner.kind)}.${name}`;
  return mesh
    .ofKind('Pod')
    .filter((pod) => labelOf(pod, 'model.owner') === title && keyOf(pod).namespace === namespace);
}

function report(mesh: ModelMesh, owner: JsonObject, hash: string, wanted: number): void {
  const pods = podsOf(mesh, owner);
  const count = pods.length;
  const updated = pods.filter((pod) => labelOf(pod, hashLabel) === hash).length;
  const numbers =
    owner.kind === 'DaemonSet'
      ? { desiredNumberScheduled: wanted, numberReady: count, updatedNumberScheduled: updated }
      : { replicas: count, readyReplicas: count, availableReplicas: count, updatedReplicas: updated };
  setStatus(mesh, owner, numbers);
}

function setStatus(mesh: ModelMesh, object: JsonObject, status: JsonObject): void {
  const next = { ...objectIn(object, 'status'), ...status };
  if (JSON.stringify(next) !== JSON.stringify(object.status)) mesh.put({ ...object, status: next });
}

function keepServices(mesh: ModelMesh): void {
  const pods = groupBy(mesh.ofKind('Pod'), (pod) => keyOf(pod).namespace);
  for (const service of mesh.ofKind('Service')) {
    const matchLabels = objectIn(service, 'spec', 'selector');
    const { namespace = '', name } = keyOf(service);
    const behind = (pods.get(namespace) ?? []).filter((pod) =>
      matchesLabels({ matchLabels }, objectIn(pod, 'metadata', 'labels')),
    );
    const endpoints = behind.map((pod) => ({
      addresses: [keyOf(pod).name],
      conditions: { ready: true },
    }));
    const slice = {
      ...{ apiVersion: 'discovery.k8s.io/v1', kind: 'EndpointSlice' },
      metadata: { namespace, name: `${name}-1`, labels: { 'kubernetes.io/service-name': name } },
      endpoints,
    };
    const there = mesh.get(keyOf(slice));
    if (JSON.stringify(there?.endpoints) !== JSON.stringify(endpoints)) mesh.put(slice);
  }
}

/** Istiods write their certificate into all webhooks of their revision. */
function keepCertificates(mesh: ModelMesh): void {
  const serving = new Set(
    mesh
      .ofKind('Pod')
      .filter((pod) => labelOf(pod, 'app') === 'istiod')
      .map((pod) => labelOf(pod, label.revision)),
  );
  for (const object of [...webhooks].flatMap((kind) => mesh.ofKind(kind))) {
    if (!serving.has(labelOf(object, label.revision))) continue;
    mesh.put(certifiedOf(object));
  }
}

function certifiedOf(object: JsonObject): JsonObject {
  const before = certificates.get(object);
  if (before !== undefined) return before;
  const fails = object.kind === 'ValidatingWebhookConfiguration' ? { failurePolicy: 'Fail' } : {};
  const certified = objectsIn(object, 'webhooks').map((webhook) => ({
    ...{ ...webhook, ...fails },
    clientConfig: { ...objectIn(webhook, 'clientConfig'), caBundle: 'Q0E=' },
  }));
  const isDone = JSON.stringify(certified) === JSON.stringify(object.webhooks);
  const after = isDone ? object : { ...object, webhooks: certified };
  certificates.set(object, after);
  return after;
}
const certificates = new WeakMap<JsonObject, JsonObject>();

function keepBudgets(mesh: ModelMesh): void {
  for (const budget of mesh.ofKind('PodDisruptionBudget')) {
    const { selector, minAvailable, maxUnavailable } = objectIn(budget, 'spec');
    const healthy = mesh
      .ofKind('Pod')
      .filter((pod) => keyOf(pod).namespace === keyOf(budget).namespace)
      .filter((pod) => matchesLabels(selector, objectIn(pod, 'metadata', 'labels'))).length;
    const room = minAvailable === undefined ? Number(maxUnavailable) : healthy - Number(minAvailable);
    setStatus(mesh, budget, {
      disruptionsAllowed: Math.max(0, Math.min(room, healthy)),
      currentHealthy: healthy,
      observedGeneration: 1,
    });
  }
}

/** Pods go with their owner, endpoints with their Service. */
function collectGarbage(mesh: ModelMesh): void {
  for (const object of [...mesh.ofKind('EndpointSlice'), ...mesh.ofKind('Pod')]) {
    const { kind, namespace } = keyOf(object);
    if (kind === 'EndpointSlice') {
      const name = labelOf(object, 'kubernetes.io/service-name');
      const key = { apiVersion: 'v1', kind: 'Service', ...(namespace !== undefined && { namespace }), name };
      if (mesh.get(key) === undefined) mesh.delete(keyOf(object));
    } else if (kind === 'Pod' && labelOf(object, 'model.owner') !== '') {
      const [owner = '', ...name] = labelOf(object, 'model.owner').split('.');
      const key = { apiVersion: 'apps/v1', kind: owner, ...(namespace !== undefined && { namespace }) };
      if (mesh.get({ ...key, name: name.join('.') }) === undefined) mesh.delete(keyOf(object));
    }
  }
}
