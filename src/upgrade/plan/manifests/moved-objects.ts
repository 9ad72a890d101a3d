import { isObject, objectIn, withoutKey, type Json, type JsonObject } from '../../../json.ts';
import { idOf } from '../../../kube/apply/index.ts';
import type {
  ControlPlane,
  GatewayMove,
  LabelChange,
  NamespaceMove,
  ObjectPatch,
  OwnerRestart,
} from '../../upgrade-plan.ts';

type Changes = Readonly<Record<string, LabelChange>>;

/** Namespaces with all of their labels, as they are after the step. */
export const movedNamespaces = (
  moves: readonly Pick<NamespaceMove, 'name' | 'labels'>[],
  known: ReadonlyMap<string, JsonObject>,
): readonly JsonObject[] =>
  moves
    .filter(({ labels }) => Object.keys(labels).length > 0)
    .map(({ name, labels }) => {
      const key = { apiVersion: 'v1', kind: 'Namespace', name };
      const before = objectIn(known.get(idOf(key)), 'metadata', 'labels');
      return { apiVersion: 'v1', kind: 'Namespace', metadata: { name, labels: changed(before, labels) } };
    });

function changed(labels: JsonObject, changes: Changes): JsonObject {
  const after = Object.entries(changes).flatMap(([key, change]) =>
    change.after === null ? [] : [[key, change.after] as const],
  );
  const kept = Object.entries(labels).filter(([key]) => !Object.hasOwn(changes, key));
  return Object.fromEntries([...kept, ...after]);
}

/** An annotation of the template that names the new control plane: the same files restart a workload once. */
export const restartedOwners = (
  owners: readonly OwnerRestart[],
  { revision }: ControlPlane,
): readonly JsonObject[] =>
  owners.map(({ kind, namespace, name, templateLabels = {} }) => {
    const labels = changed({}, templateLabels);
    const metadata = {
      annotations: { 'meshctl.dev/moved-to': revision },
      ...(Object.keys(labels).length > 0 && { labels }),
    };
    return { apiVersion: 'apps/v1', kind, metadata: { namespace, name }, spec: { template: { metadata } } };
  });

/** Gateways of the Gateway API, with the label that changes. */
export const relabelledGateways = (moves: readonly GatewayMove[]): readonly JsonObject[] =>
  moves.map(({ namespace, name, labels }) => ({
    apiVersion: 'gateway.networking.k8s.io/v1',
    kind: 'Gateway',
    metadata: { namespace, name, labels: changed({}, labels) },
  }));

/** Whole objects, without what the server keeps of them. */
export const patchedObjects = (
  patches: readonly ObjectPatch[],
  known: ReadonlyMap<string, JsonObject>,
): readonly JsonObject[] =>
  patches.flatMap(({ object, changes }) => {
    const live = known.get(idOf(object));
    if (live === undefined) return [];
    const after = withoutRecords(structuredClone(live));
    for (const { path, after: value } of changes) set(after, path.split('/').slice(1).map(unescaped), value);
    return [after];
  });

const records = ['uid', 'resourceVersion', 'generation', 'creationTimestamp', 'managedFields', 'selfLink'];

function withoutRecords(object: JsonObject): JsonObject {
  const kept = Object.entries(objectIn(object, 'metadata')).filter(([key]) => !records.includes(key));
  return { ...withoutKey(object, 'status'), metadata: Object.fromEntries(kept) };
}

const unescaped = (part: string): string => part.replaceAll('~1', '/').replaceAll('~0', '~');

function set(object: JsonObject, path: readonly string[], value: string): void {
  const last = path.at(-1);
  let place: Json | undefined = object;
  for (const part of path.slice(0, -1))
    place = Array.isArray(place) ? place[Number(part)] : isObject(place) ? place[part] : undefined;
  if (last !== undefined && isObject(place)) place[last] = value;
}
