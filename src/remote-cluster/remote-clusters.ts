import { compareText } from '../compare-text.ts';
import { MeshctlError } from '../errors.ts';
import { eachIstiod, type IstiodOptions, type MissingIstiod } from '../istiod/index.ts';
import { isObject, plainText, valueIn, type JsonObject } from '../json.ts';
import { annotationOf } from '../label-of.ts';
import { listMetadata, type ClusterClient } from '../kube/index.ts';
import { remoteSecretLabel } from './remote-secret.ts';

/** What one istiod says of one cluster. */
export interface RemoteCluster {
  readonly name: string;
  /** `namespace/name` of the Secret it is known by; empty for the cluster that istiod runs in. */
  readonly secret: string;
  /** As istiod says it, such as `synced`, `syncing`, `timeout`; `not loaded` for a Secret that it does not know. */
  readonly status: string;
  /** Its pod. */
  readonly istiod: string;
}

/** The clusters that istiods reach. */
export interface RemoteClusters {
  /** By name, then by istiod. */
  readonly clusters: readonly RemoteCluster[];
  /** Those that did not answer. */
  readonly missing: readonly MissingIstiod[];
  /** Why Secrets that istiod does not know are not listed. */
  readonly secretsUnread?: MeshctlError;
}

/**
 * Asks every istiod which clusters it reads and how far it is, and compares that with the Secrets that name clusters.
 * Of those, no value is read.
 *
 * @throws {MeshctlError} `environment` when no istiod runs, or none answers.
 */
export async function remoteClusters(
  client: ClusterClient,
  options: IstiodOptions = {},
): Promise<RemoteClusters> {
  const [{ answers, missing }, secrets] = await Promise.all([
    eachIstiod(client, '/debug/clusterz', options, (text, { name }) => ({
      istiod: name,
      clusters: clustersIn(text, name),
    })),
    secretsOf(client, options),
  ]);
  if (answers.length === 0) throw missing[0]?.error ?? noAnswer();
  const known = secrets instanceof MeshctlError ? [] : secrets;
  const clusters = answers.flatMap((answer) => [...answer.clusters, ...notLoaded(known, answer)]);
  return {
    clusters: clusters.toSorted((a, b) => compareText(a.name, b.name) || compareText(a.istiod, b.istiod)),
    missing,
    ...(secrets instanceof MeshctlError && { secretsUnread: secrets }),
  };
}

function clustersIn(text: string, istiod: string): readonly RemoteCluster[] {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    // The same answer as for JSON of another form.
  }
  if (value === null) return [];
  if (!Array.isArray(value)) {
    throw new MeshctlError('environment', `istiod ${istiod} does not say which clusters it reads`, {
      reason: 'its answer is no list in JSON',
    });
  }
  return value.filter(isObject).map((entry) => ({
    name: plainText(entry.id ?? entry.ID),
    secret: plainText(entry.secretName ?? entry.SecretName),
    status: plainText(entry.syncStatus ?? entry.SyncStatus),
    istiod,
  }));
}

/** A Secret that names a cluster. */
interface ClusterSecret {
  readonly cluster: string;
  readonly secret: string;
}

/** The Secrets of the namespace of the control plane that name clusters; or why they could not be read. */
async function secretsOf(
  client: ClusterClient,
  { istioNamespace = 'istio-system', signal }: IstiodOptions,
): Promise<readonly ClusterSecret[] | MeshctlError> {
  try {
    const path = `/api/v1/namespaces/${encodeURIComponent(istioNamespace)}/secrets`;
    const labelSelector = `${remoteSecretLabel}=true`;
    const listed = await listMetadata(client, path, { labelSelector, ...(signal && { signal }) });
    return listed.map((secret) => clusterSecret(secret, istioNamespace));
  } catch (error) {
    if (error instanceof MeshctlError) return error;
    throw error;
  }
}

function clusterSecret(secret: JsonObject, namespace: string): ClusterSecret {
  const name = plainText(valueIn(secret, 'metadata', 'name'));
  const cluster = annotationOf(secret, 'networking.istio.io/cluster');
  return { cluster: cluster === '' ? name : cluster, secret: `${namespace}/${name}` };
}

function notLoaded(
  secrets: readonly ClusterSecret[],
  { istiod, clusters }: { readonly istiod: string; readonly clusters: readonly RemoteCluster[] },
): readonly RemoteCluster[] {
  const known = new Set(clusters.map(({ secret }) => secret));
  return secrets
    .filter(({ secret }) => !known.has(secret))
    .map(({ cluster, secret }) => ({ name: cluster, secret, status: 'not loaded', istiod }));
}

const noAnswer = (): MeshctlError =>
  new MeshctlError('environment', 'no istiod has anything at /debug/clusterz', {
    hint: 'check that the pods are those of istiod: --xds-label says which they are',
  });
