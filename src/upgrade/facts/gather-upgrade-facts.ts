import { MeshctlError } from '../../errors.ts';
import { objectIn, plainText, type JsonObject } from '../../json.ts';
import type { ClusterWriter } from '../../kube/apply/index.ts';
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
import { askAccess } from './ask-access.ts';
import { besideControlPlanes, everywhere, ofGateways, type UpgradeKind } from './kinds-to-gather.ts';
import { trimmed } from './trimmed.ts';
import type { UpgradeFacts } from './upgrade-facts.ts';

/** How a cluster is read for a plan. */
export interface GatherUpgradeOptions {
  /** Of the control planes. Default: `istio-system`. */
  readonly istioNamespace?: string;
  /** Whether istiods are asked for the proxies that are connected to them. Default: true. */
  readonly proxies?: boolean;
  /** Asks the cluster what one may do; without one nobody is asked. */
  readonly writer?: Pick<ClusterWriter, 'create'>;
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
  const { istioNamespace = 'istio-system', signal } = options;
  const how = { ...(signal && { signal }) };
  const [discovery, version] = await Promise.all([discover(client, 'all', how), client.get('/version', how)]);
  const read = await readObjects(client, istioNamespace, { ...how, discovery });
  const asked = await askControlPlanes(client, options, read.objects);
  return {
    ...{ istioNamespace, objects: read.objects, complete: read.complete, served: discovery.kinds },
    kubernetesVersion: plainText(version.gitVersion),
    ...asked,
    missing: [...read.missing, ...asked.missing],
  };
}

/** All objects that a plan needs. */
async function readObjects(
  client: ClusterClient,
  istioNamespace: string,
  how: Pick<ListKindsOptions, 'signal' | 'discovery'>,
): Promise<Pick<UpgradeFacts, 'objects' | 'complete' | 'missing'>> {
  const list = (kinds: readonly UpgradeKind[], more: ListKindsOptions = {}): Promise<readonly KindList[]> =>
    listKinds(client, kinds, { ...how, trim: trimmed, ...more });
  const [wide, gateways, sets] = await Promise.all([
    list(everywhere),
    list(ofGateways),
    replicaSets(client, how),
  ]);
  const near = await list(besideControlPlanes, { namespaces: homesOf(istioNamespace, wide) });
  const lists = [...wide, ...gateways, ...near];
  const secrets = await namesOfSecrets(client, istioNamespace, how);
  return {
    objects: [...lists.flatMap((one) => one.objects), ...sets, ...secrets],
    complete: completeKinds([...wide, ...near]),
    missing: lists.flatMap(missingOf),
  };
}

/** What istiods say of their proxies, and the API server of permissions. */
async function askControlPlanes(
  client: ClusterClient,
  { istioNamespace = 'istio-system', proxies = true, writer, ...options }: GatherUpgradeOptions,
  objects: readonly JsonObject[],
): Promise<Pick<UpgradeFacts, 'proxies' | 'access' | 'missing'>> {
  const [asked, access] = await Promise.all([
    proxies ? connectedProxies(client, { ...options, istioNamespace }, objects) : undefined,
    writer && askAccess(writer, istioNamespace, options),
  ]);
  return {
    ...(asked && { proxies: asked.counts }),
    ...(access && { access }),
    missing: asked?.missing ?? [],
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
