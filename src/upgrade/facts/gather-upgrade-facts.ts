import { MeshctlError } from '../../errors.ts';
import { objectIn, plainText, type JsonObject } from '../../json.ts';
import {
  discover,
  listKinds,
  listMetadata,
  type ClusterClient,
  type KindList,
  type ListKindsOptions,
} from '../../kube/index.ts';
import { label } from '../../label.ts';
import { connectedProxies, labelsOf } from '../../revision/index.ts';
import { besideControlPlanes, everywhere, ofGateways, type UpgradeKind } from './kinds-to-gather.ts';
import { trimmed } from './trimmed.ts';
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
 * What could not be read is told by the answer. Of Secrets only the names are read.
 *
 * @throws {MeshctlError} `environment` when nothing at all could be read.
 */
export async function gatherUpgradeFacts(
  client: ClusterClient,
  options: GatherUpgradeOptions = {},
): Promise<UpgradeFacts> {
  const { istioNamespace = 'istio-system', proxies: asks = true, signal } = options;
  const how = { ...(signal && { signal }) };
  const [discovery, version] = await Promise.all([discover(client, 'all', how), client.get('/version', how)]);
  const list = (kinds: readonly UpgradeKind[], more: ListKindsOptions = {}): Promise<readonly KindList[]> =>
    listKinds(client, kinds, { ...how, discovery, trim: trimmed, ...more });
  const [wide, gateways, sets] = await Promise.all([
    list(everywhere),
    list(ofGateways),
    replicaSets(client, how),
  ]);
  const near = await list(besideControlPlanes, { namespaces: homesOf(istioNamespace, wide) });
  const lists = [...wide, ...gateways, ...near];
  const secrets = await namesOfSecrets(client, istioNamespace, how);
  const objects = [...lists.flatMap((one) => one.objects), ...sets, ...secrets];
  const asked = asks ? await connectedProxies(client, { ...options, istioNamespace }, objects) : undefined;
  return {
    ...{ istioNamespace, objects, served: discovery.kinds },
    complete: completeKinds([...wide, ...near]),
    kubernetesVersion: plainText(version.gitVersion),
    ...(asked && { proxies: asked.counts }),
    missing: [...lists.flatMap(missingOf), ...(asked?.missing ?? [])],
  };
}

const completeKinds = (lists: readonly KindList[]): ReadonlySet<string> =>
  new Set(
    lists
      .filter(({ outcome }) => outcome === 'listed' || outcome === 'absent')
      .map(({ group, kind }) => `${group}/${kind}`),
  );

const missingOf = ({ kind, problems }: KindList): readonly string[] =>
  problems.map(({ message }) => `${kind}: ${message}`);

/** That of the option, and those where istiods run. */
function homesOf(own: string, lists: readonly KindList[]): readonly string[] {
  const istiods = lists
    .filter(({ kind }) => kind === 'Deployment')
    .flatMap(({ objects }) => objects)
    .filter((object) => labelsOf(object).app === 'istiod' && labelsOf(object)[label.revision] !== undefined)
    .map((object) => plainText(objectIn(object, 'metadata').namespace));
  return [...new Set([own, ...istiods])];
}

/** They say which Deployment a Pod is from, and nothing else: a cluster keeps many old ones. */
async function replicaSets(
  client: ClusterClient,
  how: { readonly signal?: AbortSignal },
): Promise<readonly JsonObject[]> {
  const sets = await ifReadable(() => listMetadata(client, '/apis/apps/v1/replicasets', how));
  return sets.map((set) => trimmed({ apiVersion: 'apps/v1', kind: 'ReplicaSet', ...set }));
}

async function namesOfSecrets(
  client: ClusterClient,
  namespace: string,
  how: { readonly signal?: AbortSignal },
): Promise<readonly JsonObject[]> {
  const path = `/api/v1/namespaces/${encodeURIComponent(namespace)}/secrets`;
  const secrets = await ifReadable(() => listMetadata(client, path, how));
  return secrets.map((secret) => ({ apiVersion: 'v1', kind: 'Secret', ...secret }));
}

/** Plans can do without. */
async function ifReadable(read: () => Promise<readonly JsonObject[]>): Promise<readonly JsonObject[]> {
  try {
    return await read();
  } catch (error) {
    if (error instanceof MeshctlError) return [];
    throw error;
  }
}
