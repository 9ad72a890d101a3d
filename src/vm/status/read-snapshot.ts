import { MeshctlError } from '../../errors.ts';
import { askIstiod, findIstiods, releaseOf, type IstiodOptions } from '../../istiod/index.ts';
import { plainText, valueIn } from '../../json.ts';
import { listKinds, type ClusterClient, type Pod } from '../../kube/index.ts';
import { readStatus } from '../../proxy/status/index.ts';
import { readConnections } from './read-connections.ts';
import type { IstiodSnapshot, VmSnapshot } from './vm-snapshot.ts';

/** What was found in a cluster, and what could not be read. */
export interface ReadSnapshot {
  readonly snapshot: VmSnapshot;
  /** In words; what is missing for these reasons is missing in the snapshot. */
  readonly missing: readonly string[];
}

/** Which machines are looked at, and how istiods are asked. */
export interface SnapshotOptions extends IstiodOptions {
  /** Default: all. */
  readonly namespace?: string;
}

const kinds = [
  { group: 'networking.istio.io', kind: 'WorkloadGroup' },
  { group: 'networking.istio.io', kind: 'WorkloadEntry' },
  { group: 'networking.istio.io', kind: 'ServiceEntry' },
  { group: '', kind: 'Service' },
];

/**
 * Reads what a cluster has of VMs: four lists, and of each istiod its version, connections and how far these are. Nothing
 * is written.
 *
 * @throws {MeshctlError} when no list at all can be read.
 */
export async function readVmSnapshot(
  client: ClusterClient,
  { namespace, ...options }: SnapshotOptions,
): Promise<ReadSnapshot> {
  const { signal } = options;
  const [lists, istiods] = await Promise.all([
    listKinds(client, kinds, {
      whole: true,
      ...(namespace !== undefined && { namespaces: [namespace] }),
      ...(signal && { signal }),
    }),
    readIstiods(client, options),
  ]);
  const problems = lists.flatMap((list) => list.problems.map(({ message }) => message));
  return {
    snapshot: {
      objects: lists.flatMap((list) => list.objects.map((object) => ({ ...object, kind: list.kind }))),
      ...(istiods.found !== undefined && { istiods: istiods.found }),
    },
    missing: [...problems, ...istiods.missing],
  };
}

interface Istiods {
  readonly found?: readonly IstiodSnapshot[];
  readonly missing: readonly string[];
}

async function readIstiods(client: ClusterClient, options: IstiodOptions): Promise<Istiods> {
  try {
    const pods = await findIstiods(client, options);
    const asked = await Promise.all(pods.map((pod) => askOne(client, pod, options)));
    return {
      found: asked.map(({ istiod }) => istiod),
      missing: asked.flatMap(({ missing }) => missing),
    };
  } catch (error) {
    if (!(error instanceof MeshctlError)) throw error;
    return { missing: [`connections: ${error.message}`] };
  }
}

interface Asked {
  readonly istiod: IstiodSnapshot;
  readonly missing: readonly string[];
}

async function askOne(client: ClusterClient, pod: Pod, options: IstiodOptions): Promise<Asked> {
  const { name } = pod;
  const revision = plainText(valueIn(pod.object, 'metadata', 'labels', 'istio.io/rev')) || 'default';
  try {
    const [version = '', adsz, syncz = '[]'] = await Promise.all(
      ['/version', '/debug/adsz', '/debug/syncz'].map((path) => askIstiod(client, pod, path, options)),
    );
    const known = { name, revision, version: releaseOf(version) };
    const proxies = readStatus(syncz, name, { istiod: name }).flatMap((answer) => answer.proxies);
    const connections = adsz === undefined ? undefined : readConnections(adsz, proxies);
    if (connections === undefined)
      return { istiod: known, missing: [`connections of ${name}: it lists none at /debug/adsz`] };
    return { istiod: { ...known, connections }, missing: [] };
  } catch (error) {
    options.signal?.throwIfAborted();
    if (!(error instanceof MeshctlError)) throw error;
    return {
      istiod: { name, revision, version: '' },
      missing: [`connections of ${name}: ${error.message}`],
    };
  }
}
