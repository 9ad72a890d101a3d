import type { JsonObject } from '../../json.ts';
import { ApiError, findServed, listKinds, type ClusterClient, type Discovery } from '../../kube/index.ts';
import { isLeftLock } from '../install-lock.ts';

interface LockStage {
  readonly client: ClusterClient;
  readonly discovery: Discovery;
  readonly signal?: AbortSignal;
}

/** Reads the locks that installations left when they were killed; one that is held, or may not be read, is none. */
export async function readLeftLocks({
  client,
  discovery,
  signal,
}: LockStage): Promise<readonly JsonObject[]> {
  const lease = { group: 'coordination.k8s.io', kind: 'Lease' };
  if (findServed(discovery, lease) === undefined) return [];
  const labelSelector = 'app.kubernetes.io/managed-by=meshctl';
  try {
    const lists = await listKinds(client, [{ ...lease, labelSelector }], {
      discovery,
      ...(signal && { signal }),
    });
    return lists.flatMap(({ objects }) => objects.filter(isLeftLock));
  } catch (error) {
    if (error instanceof ApiError && error.status === 403) return [];
    throw error;
  }
}
