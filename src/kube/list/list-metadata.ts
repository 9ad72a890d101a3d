import type { JsonObject } from '../../resources/index.ts';
import type { ClusterClient } from '../client.ts';
import { keptObject } from './kept-object.ts';
import { listPages, type ListOptions } from './list-pages.ts';

/** What the server is asked for: it leaves the rest out before it sends anything. */
const accept = 'application/json;as=PartialObjectMetadataList;g=meta.k8s.io;v=v1';

/**
 * Lists objects with their metadata alone: for Secrets, whose values are better not read at all. `path` is that of a
 * list, such as `/api/v1/namespaces/istio-system/secrets`.
 */
export async function listMetadata(
  client: Pick<ClusterClient, 'get'>,
  path: string,
  options: Omit<ListOptions, 'keep'> = {},
): Promise<readonly JsonObject[]> {
  const asking = { get: (asked: string, how = {}) => client.get(asked, { ...how, accept }) };
  const objects = await listPages(asking, path, { ...options, keep: keptObject });
  return objects.map(({ metadata }) => ({ metadata: metadata ?? {} }));
}
