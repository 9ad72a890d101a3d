import { MeshctlError } from '../../errors.ts';
import { meshVersions } from '../../istiod/index.ts';
import { objectIn, objectsIn, plainText, type JsonObject } from '../../json.ts';
import { label } from '../../label.ts';
import { listKinds, type ClusterClient, type KindList } from '../../kube/index.ts';
import { keyOf } from '../../kube/apply/index.ts';
import type { DesiredInstall } from '../desired-objects.ts';
import { planInstall } from '../plan-install.ts';
import { wholeKinds } from '../prunable-kinds.ts';
import { readInstallState } from '../read-install-state.ts';
import { readAuthority } from './read-authority.ts';
import type { VerifySnapshot } from './verify-snapshot.ts';

export interface ReadVerifyOptions {
  /** Of the control plane. */
  readonly namespace: string;
  /** What the spec renders. Default: what is in the cluster is not compared with anything. */
  readonly desired?: DesiredInstall;
  /** Only this revision. Default: all. */
  readonly revision?: string;
  /** Milliseconds for the answer of each istiod. */
  readonly timeout?: number;
  readonly signal?: AbortSignal;
}

/**
 * Reads what judging an installation needs. Nothing is written; of Secrets only certificates are kept.
 *
 * @throws {MeshctlError} when the cluster does not answer.
 */
export async function readVerifySnapshot(
  client: ClusterClient,
  options: ReadVerifyOptions,
): Promise<VerifySnapshot> {
  const { namespace, desired, signal } = options;
  const how = signal ? { signal } : {};
  const first = await listKinds(client, [...workloadKinds, ...webhookKinds], how);
  const objects = first.flatMap((list) => list.objects);
  const namespaces = [...new Set([namespace, ...objects.flatMap(namespacesOf)])];
  const [related, authority, versions, state] = await Promise.all([
    listKinds(client, relatedKinds, { ...how, namespaces }),
    readAuthority(client, namespace, how),
    readVersions(client, options),
    desired && readInstallState(client, desired, how),
  ]);
  return {
    ...{ namespace, authority, versions },
    ...(desired && state && { plan: planInstall(desired, state, { force: true, keepShared: true }) }),
    objects: [...objects, ...related.flatMap((list) => list.objects)],
    unseen: [...first, ...related].flatMap(unseenOf),
  };
}

const workloadKinds = ['Deployment', 'DaemonSet'].map((kind) => ({
  ...{ group: 'apps', kind },
  labelSelector: label.component,
}));
const webhookKinds = wholeKinds.filter(({ group }) => group === 'admissionregistration.k8s.io');
const relatedKinds = [
  { group: 'apps', kind: 'ReplicaSet' },
  { group: '', kind: 'Pod' },
  { group: '', kind: 'Event' },
  { group: '', kind: 'Service' },
  { group: 'discovery.k8s.io', kind: 'EndpointSlice' },
];

/** Where a workload runs, or the Services of a webhook are. */
function namespacesOf(object: JsonObject): readonly string[] {
  const { namespace } = keyOf(object);
  if (namespace !== undefined) return [namespace];
  if (objectIn(object, 'metadata', 'labels')[label.revision] === undefined) return [];
  return objectsIn(object.webhooks)
    .map((webhook) => plainText(objectIn(webhook, 'clientConfig', 'service').namespace))
    .filter((name) => name !== '');
}

/** That they are not known is part of the answer. */
async function readVersions(
  client: ClusterClient,
  { namespace, revision, timeout, signal }: ReadVerifyOptions,
): Promise<VerifySnapshot['versions']> {
  const asked = {
    istioNamespace: namespace,
    ...(revision !== undefined && { revision }),
    ...(timeout !== undefined && { timeout }),
    ...(signal && { signal }),
  };
  try {
    return await meshVersions(client, asked);
  } catch (error) {
    if (error instanceof MeshctlError) return error;
    throw error;
  }
}

const unseenOf = ({ kind, problems: [problem] }: KindList): readonly string[] =>
  problem === undefined ? [] : [`${kind} objects: ${problem.message}`];
