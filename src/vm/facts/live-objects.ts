import { objectIn, plainText } from '../../json.ts';
import { ApiError, type ClusterClient } from '../../kube/index.ts';
import type { JsonObject } from '../../resources/index.ts';
import type { ClusterObjects, ReadKind } from './cluster-objects.ts';

/** The objects of a live cluster, asked for one by one. */
export const liveObjects = (client: ClusterClient): ClusterObjects => ({
  name: 'the cluster',
  saved: false,
  find: (kind, namespace, name) =>
    unlessStatus([404], client.get(`${placeOf(kind, namespace)}/${encodeURIComponent(name)}`)),
  revisionOfTag: async (tag) => {
    const list = await unlessStatus(
      [403, 404],
      client.get('/apis/admissionregistration.k8s.io/v1/mutatingwebhookconfigurations', {
        query: { fieldSelector: `metadata.name=istio-revision-tag-${tag}` },
      }),
    );
    const items = Array.isArray(list?.items) ? list.items : [];
    const revision = plainText(objectIn(items[0], 'metadata', 'labels')['istio.io/rev']);
    return revision === '' ? undefined : revision;
  },
});

function placeOf(kind: ReadKind, namespace: string): string {
  const inside = `namespaces/${encodeURIComponent(namespace)}`;
  if (kind === 'WorkloadGroup') return `/apis/networking.istio.io/v1/${inside}/workloadgroups`;
  return `/api/v1/${inside}/${kind === 'ConfigMap' ? 'configmaps' : 'services'}`;
}

/** What is asked for, or undefined when the answer has one of these statuses. */
async function unlessStatus(
  statuses: readonly number[],
  answer: Promise<JsonObject>,
): Promise<JsonObject | undefined> {
  try {
    return await answer;
  } catch (error) {
    if (error instanceof ApiError && statuses.includes(error.status)) return undefined;
    throw error;
  }
}
