import { objectIn, plainText, valueIn, type JsonObject } from '../../../json.ts';
import { keyOf, type ObjectKey } from '../../../kube/apply/index.ts';
import { labelOf } from '../../../label-of.ts';
import { label } from '../../../label.ts';
import type { StepAction } from '../../run/index.ts';
import type { LabelChange, ObjectPatch, OwnerRestart } from '../../upgrade-plan.ts';
import { applyChange } from './apply-change.ts';
import { desiredOf, installInModel } from './control-planes.ts';
import { hashOf, podsOf, rollOut, settle } from './model-controllers.ts';
import { injectedBy } from './model-injection.ts';
import type { ModelMesh } from './model-mesh.ts';

/** Why an action cannot be done now. */
export class Stopped extends Error {}

/**
 * Does one action to a model. `restartedAt` is the time that restarts bear.
 *
 * @throws {Stopped} when it must wait for somebody, or would do harm.
 */
export async function actInModel(mesh: ModelMesh, action: StepAction, restartedAt: string): Promise<void> {
  if (action.type === 'install') installInModel(mesh, await desiredOf(action.spec));
  else if ('owner' in action) actOnOwner(mesh, action, restartedAt);
  else if ('object' in action) actOnObject(mesh, action);
  else if (action.type === 'write') {
    applyChange(mesh, action.change);
    settle(mesh, action.change.object.kind);
  } else if (action.type === 'require-unused') requireUnused(mesh, action.revision);
}

function actOnObject(mesh: ModelMesh, action: Extract<StepAction, { object: unknown }>): void {
  if (action.type === 'label') {
    setLabels(mesh, action.object, action.labels);
    return;
  }
  if (action.type === 'patch') {
    setFields(mesh, action);
    return;
  }
  if (action.type === 'await-gateway') return;
  if (action.before === null) mesh.delete(action.object);
  else mesh.put(restored(action.before, mesh.get(action.object)));
  settle(mesh, action.object.kind);
}

function actOnOwner(
  mesh: ModelMesh,
  { type, owner }: Extract<StepAction, { owner: unknown }>,
  restartedAt: string,
): void {
  if (type === 'await-budgets') awaitBudgets(mesh, owner);
  else if (type === 'restart') restart(mesh, owner, restartedAt);
  else if (type === 'replace-pods') replacePods(mesh, owner);
}

function setLabels(mesh: ModelMesh, key: ObjectKey, changes: Readonly<Record<string, LabelChange>>): void {
  const object = mesh.get(key);
  if (object === undefined) throw new Stopped(`${key.kind} ${key.name} is gone`);
  const metadata = objectIn(object, 'metadata');
  mesh.put({
    ...object,
    metadata: { ...metadata, labels: withLabels(objectIn(metadata, 'labels'), changes) },
  });
}

function withLabels(labels: JsonObject, changes: Readonly<Record<string, LabelChange>>): JsonObject {
  const next = { ...labels };
  for (const [name, { before, after }] of Object.entries(changes)) {
    const now = labels[name] === undefined ? null : plainText(labels[name]);
    if (now !== before && now !== after) throw new Stopped(`the label ${name} is ${String(now)}`);
    if (after === null) Reflect.deleteProperty(next, name);
    else next[name] = after;
  }
  return next;
}

/** A Deployment makes new Pods of its new template. */
function setFields(mesh: ModelMesh, { object, changes }: ObjectPatch): void {
  const live = mesh.get(object);
  if (live === undefined) return;
  const stored = mesh.put(changes.reduce((now, { path, after }) => withField(now, path, after), live));
  if (stored.kind === 'Deployment') rollOut(mesh, stored);
}

function withField(object: JsonObject, pointer: string, value: string): JsonObject {
  const copy = structuredClone(object);
  const keys = pointer.split('/').slice(1);
  const last = keys.pop() ?? '';
  const name = (key: string): string => key.replaceAll('~1', '/').replaceAll('~0', '~');
  objectIn(copy, ...keys.map(name))[name(last)] = value;
  return copy;
}

/** As the server stores it: with what it gave to the object that is there. */
function restored(before: JsonObject, live: JsonObject | undefined): JsonObject {
  const { managedFields, uid } = objectIn(live, 'metadata');
  const kept = {
    ...(uid !== undefined && { uid }),
    ...(managedFields !== undefined && { managedFields }),
  };
  return { ...before, metadata: { ...objectIn(before, 'metadata'), ...kept } };
}

/** Nobody is disturbed who does not run. */
function awaitBudgets(mesh: ModelMesh, owner: OwnerRestart): void {
  const { namespace, budgets } = owner;
  if (valueIn(ownerIn(mesh, owner), 'spec', 'replicas') === 0) return;
  for (const name of budgets) {
    const budget = mesh.get({ apiVersion: 'policy/v1', kind: 'PodDisruptionBudget', namespace, name });
    if (budget !== undefined && Number(valueIn(budget, 'status', 'disruptionsAllowed') ?? 0) < 1)
      throw new Stopped(`budget ${name}`);
  }
}

const ownerIn = (mesh: ModelMesh, { kind, namespace, name }: OwnerRestart): JsonObject => {
  const owner = mesh.get({ apiVersion: 'apps/v1', kind, namespace, name });
  if (owner === undefined) throw new Stopped(`${kind} ${name} is gone`);
  return owner;
};

function restart(mesh: ModelMesh, restarted: OwnerRestart, time: string): void {
  const owner = ownerIn(mesh, restarted);
  const template = objectIn(owner, 'spec', 'template');
  const metadata = objectIn(template, 'metadata');
  const annotations = { ...objectIn(metadata, 'annotations'), 'kubectl.kubernetes.io/restartedAt': time };
  const labels = withLabels(objectIn(metadata, 'labels'), restarted.templateLabels ?? {});
  const next = { ...template, metadata: { ...metadata, annotations, labels } };
  const stored = mesh.put({ ...owner, spec: { ...objectIn(owner, 'spec'), template: next } });
  rollOut(mesh, stored);
}

function replacePods(mesh: ModelMesh, replaced: OwnerRestart): void {
  const owner = ownerIn(mesh, replaced);
  for (const pod of podsOf(mesh, owner)) {
    if (labelOf(pod, 'pod-template-hash') === hashOf(owner)) continue;
    awaitBudgets(mesh, replaced);
    mesh.delete(keyOf(pod));
    rollOut(mesh, owner);
  }
}

/** What the definition of the action says, by the Pods and Namespaces of the model. */
function requireUnused(mesh: ModelMesh, revision: string): void {
  const user = mesh.objects.find(
    (object) =>
      (object.kind === 'Pod' && injectedBy(object) === revision) ||
      (object.kind === 'Namespace' && labelOf(object, label.revision) === revision) ||
      (object.kind === 'MutatingWebhookConfiguration' &&
        labelOf(object, label.tag) !== '' &&
        labelOf(object, label.revision) === revision),
  );
  if (user !== undefined) throw new Stopped(`${keyOf(user).kind} ${keyOf(user).name} uses ${revision}`);
}
