import { MeshctlError } from '../errors.ts';
import { objectIn, plainText, type JsonObject } from '../json.ts';
import { label } from '../label.ts';
import { listKinds, type ClusterClient, type KindList, type KindRef } from '../kube/index.ts';
import { connectedProxies } from './connected-proxies.ts';
import { describeRevisions } from './describe-revisions.ts';
import type { MeshRevisions } from './mesh-revisions.ts';
import { labelsOf } from './object-labels.ts';
import { revisionsOf } from './revisions-of.ts';

/** What is asked about revisions, and for how long. */
export interface GatherOptions {
  /** Of the control planes. Default: `istio-system`. */
  readonly istioNamespace?: string;
  /** Whether istiods are asked for the proxies that are connected to them. Default: true. */
  readonly proxies?: boolean;
  /** Milliseconds for the answer of each istiod. Default: 10000. */
  readonly timeout?: number;
  readonly signal?: AbortSignal;
}

/**
 * Reads the control planes of a cluster and what follows each: one list of each kind, and one question to each istiod.
 * Nothing is written. What could not be read is told by the answer.
 *
 * @throws {MeshctlError} `environment` when nothing at all could be read.
 */
export async function gatherRevisions(
  client: ClusterClient,
  options: GatherOptions = {},
): Promise<MeshRevisions> {
  const { istioNamespace = 'istio-system', proxies: asks = true, signal } = options;
  const how = signal === undefined ? {} : { signal };
  const wide = await listKinds(client, everywhere, how);
  const objects = wide.flatMap((list) => list.objects);
  const homes = { namespaces: controlPlaneNamespaces(istioNamespace, objects), ...how };
  const near = await listKinds(client, besideControlPlanes, homes).catch((error: unknown) => {
    if (error instanceof MeshctlError) return [{ kind: 'Service', problems: [error], objects: [] }];
    throw error;
  });
  const all = [...objects, ...near.flatMap((list) => list.objects)];
  const anybody = asks && revisionsOf(all).length > 0;
  const asked = anybody ? await connectedProxies(client, { ...options, istioNamespace }, all) : undefined;
  return describeRevisions({
    objects: all,
    ...(asked && { proxies: asked.counts }),
    missing: [...[...wide, ...near].flatMap(missingOf), ...(asked?.missing ?? [])],
  });
}

const kinds = (group: string, ...names: readonly string[]): readonly KindRef[] =>
  names.map((kind) => ({ group, kind }));

const everywhere: readonly KindRef[] = [
  ...kinds('admissionregistration.k8s.io', 'MutatingWebhookConfiguration', 'ValidatingWebhookConfiguration'),
  ...kinds('', 'Namespace', 'Pod'),
  ...kinds('apps', 'Deployment'),
  ...kinds('gateway.networking.k8s.io', 'Gateway'),
];
const besideControlPlanes = [...kinds('', 'Service'), ...kinds('discovery.k8s.io', 'EndpointSlice')];

/** That of the option, and those that webhooks call. */
function controlPlaneNamespaces(own: string, objects: readonly JsonObject[]): readonly string[] {
  const called = objects
    .filter((object) => plainText(object.kind).endsWith('WebhookConfiguration'))
    .filter((object) => labelsOf(object)[label.revision] !== undefined)
    .flatMap(({ webhooks }) => (Array.isArray(webhooks) ? webhooks : []))
    .map((webhook) => plainText(objectIn(webhook, 'clientConfig', 'service').namespace));
  return [...new Set([own, ...called.filter((name) => name !== '')])];
}

const missingOf = ({ kind, problems }: Pick<KindList, 'kind' | 'problems'>): readonly string[] =>
  problems.map((problem) => `${kind}: ${problem.message}`);
