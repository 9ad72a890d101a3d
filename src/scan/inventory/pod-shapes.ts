import { isObject, objectIn, objectsIn, plainText, valueIn, type JsonObject } from '../../json.ts';
import type { Path } from '../../path.ts';
import type { Resource } from '../../resources/index.ts';

/** A Pod, or the template of some. */
export interface PodShape {
  readonly resource: Resource;
  /** Metadata and spec. */
  readonly value: JsonObject;
  /** Where it is in its object. */
  readonly base: Path;
  /** The workload that it belongs to. */
  readonly owner: Owner;
  /** Whether it runs; a template only asks for it. */
  readonly isPod: boolean;
}

export interface Owner {
  readonly kind: string;
  readonly namespace: string;
  readonly name: string;
}

/** The Pod of an object, or the template of Pods; undefined for objects that make none. */
export function podShapeOf(resource: Resource): PodShape | undefined {
  const { kind, name, value } = resource;
  const namespace = resource.namespace ?? 'default';
  if (kind === 'Pod') {
    if (isOver(value)) return undefined;
    const owner = { namespace, ...workloadOf(value, name) };
    return { resource, value, base: [], owner, isPod: true };
  }
  const base = templates.get(kind);
  const template = base && valueIn(value, ...base);
  if (!isObject(template) || (kind === 'ReplicaSet' && isOwned(value))) return undefined;
  return { resource, value: template, base: base ?? [], owner: { kind, namespace, name }, isPod: false };
}

const template = ['spec', 'template'];
const templates: ReadonlyMap<string, readonly string[]> = new Map([
  ...['Deployment', 'StatefulSet', 'DaemonSet', 'ReplicaSet', 'Job', 'Rollout'].map(
    (kind) => [kind, template] as const,
  ),
  ['CronJob', ['spec', 'jobTemplate', ...template]],
]);

const isOver = (pod: JsonObject): boolean =>
  ['Succeeded', 'Failed'].includes(plainText(objectIn(pod, 'status').phase));

const isOwned = (value: JsonObject): boolean =>
  objectsIn(objectIn(value, 'metadata'), 'ownerReferences').length > 0;

/** Pods of Deployments belong to ReplicaSets, whose names end in a hash. */
function workloadOf(pod: JsonObject, name: string): Pick<Owner, 'kind' | 'name'> {
  const [owner] = objectsIn(objectIn(pod, 'metadata'), 'ownerReferences');
  if (owner === undefined) return { kind: 'Pod', name };
  const [kind, ownerName] = [plainText(owner.kind), plainText(owner.name)];
  const hash = plainText(objectIn(pod, 'metadata', 'labels')['pod-template-hash']);
  if (kind !== 'ReplicaSet' || hash === '' || !ownerName.endsWith(`-${hash}`))
    return { kind, name: ownerName };
  return { kind: 'Deployment', name: ownerName.slice(0, -hash.length - 1) };
}
