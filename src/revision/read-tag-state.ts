import type { JsonObject } from '../json.ts';
import { label } from '../label.ts';
import { keyOf, type ClusterWriter } from '../kube/apply/index.ts';
import { listKinds, type KindRef } from '../kube/index.ts';
import { labelsOf } from './object-labels.ts';

interface TagStateOptions {
  /** Of the control plane. */
  readonly namespace: string;
  /** Objects of this one are read with the records of who manages their fields, where the connection can write. */
  readonly tag?: string;
  readonly signal?: AbortSignal;
}

/**
 * Reads what plans of tags are made from: webhook configurations and Namespaces, and of the control plane's namespace
 * Services and Deployments.
 *
 * @throws {MeshctlError} `environment` when some of it, other than Deployments, cannot be read.
 */
export async function readTagState(
  writer: Pick<ClusterWriter, 'client'> & Partial<Pick<ClusterWriter, 'get'>>,
  { namespace, tag, signal }: TagStateOptions,
): Promise<readonly JsonObject[]> {
  const how = signal === undefined ? {} : { signal };
  const lists = await listKinds(writer.client, kinds, { namespaces: [namespace], ...how });
  for (const { kind, problems } of lists) {
    const [problem] = problems;
    if (problem !== undefined && kind !== 'Deployment') throw problem;
  }
  const objects = lists.flatMap((list) => list.objects);
  const { get } = writer;
  if (tag === undefined || get === undefined) return objects;
  return Promise.all(
    objects.map(async (object) =>
      isWritten(object, tag) ? ((await get(keyOf(object), how)) ?? object) : object,
    ),
  );
}

const admission = 'admissionregistration.k8s.io';
const kinds: readonly KindRef[] = [
  { group: admission, kind: 'MutatingWebhookConfiguration' },
  { group: admission, kind: 'ValidatingWebhookConfiguration' },
  { group: '', kind: 'Namespace' },
  { group: '', kind: 'Service' },
  { group: 'apps', kind: 'Deployment' },
];

/** Objects of the tag itself; with `default`, also the injector that gives way to it, and who validates now. */
function isWritten(object: JsonObject, tag: string): boolean {
  const { [label.tag]: own, [label.revision]: revision } = labelsOf(object);
  if (own === tag) return true;
  if (tag !== 'default' || own !== undefined) return false;
  return (
    (object.kind === 'MutatingWebhookConfiguration' && revision === 'default') ||
    keyOf(object).name === 'istiod-default-validator'
  );
}
