import type { JsonObject } from '../../json.ts';
import { listKinds, type ClusterClient } from '../../kube/index.ts';

interface StateOptions {
  readonly namespace: string;
  /** Who else has the identity is asked only then. */
  readonly withUsers: boolean;
  readonly signal?: AbortSignal;
}

/**
 * Reads the objects of a namespace that a revocation is planned by.
 *
 * @throws {MeshctlError} when one of the lists cannot be read: a plan that does not see all is none.
 */
export async function readRevocationState(
  client: ClusterClient,
  { namespace, withUsers, signal }: StateOptions,
): Promise<readonly JsonObject[]> {
  const networking = ['WorkloadGroup', 'WorkloadEntry'].map((kind) => ({
    group: 'networking.istio.io',
    kind,
  }));
  const core = withUsers ? ['ServiceAccount', 'Pod'].map((kind) => ({ group: '', kind })) : [];
  const lists = await listKinds(client, [...networking, ...core], {
    ...{ whole: true, namespaces: [namespace] },
    ...(signal && { signal }),
  });
  const [problem] = lists.flatMap((list) => list.problems);
  if (problem !== undefined) throw problem;
  return lists.flatMap(({ objects, kind, group, served }) => {
    const version = served?.version ?? 'v1';
    const apiVersion = group === '' ? version : `${group}/${version}`;
    return objects.map((object) => ({ ...object, apiVersion, kind }));
  });
}
