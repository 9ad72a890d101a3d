import { fieldsOf } from '../../object-fields.ts';
import type { ClusterClient } from '../client.ts';

/** The names of the pods of a namespace, that of the context by default; of many, the first five hundred. */
export async function podNames(
  client: ClusterClient,
  namespace = client.namespace,
): Promise<readonly string[]> {
  const path = `/api/v1/namespaces/${encodeURIComponent(namespace)}/pods`;
  // Without specs and statuses, where the server can leave them out.
  const accept = 'application/json;as=PartialObjectMetadataList;g=meta.k8s.io;v=v1,application/json';
  const list = await client.get(path, { accept, query: { limit: '500' } });
  const items = fieldsOf(list)?.items('items') ?? [];
  return items.map(({ fields }) => fields.inner('metadata')?.text('name') ?? '');
}
