import type { JsonObject } from '../../json.ts';
import { annotationOf, labelOf } from '../../label-of.ts';
import { label } from '../../label.ts';
import { keyOf } from '../../kube/apply/index.ts';
import { listKinds, listMetadata, type ClusterClient, type Discovery } from '../../kube/index.ts';

interface AuthorityStage {
  readonly client: ClusterClient;
  readonly discovery: Discovery;
  readonly signal?: AbortSignal;
}

/**
 * Reads what istiods make for themselves and no installer knows: the root certificate in every namespace, the key of
 * their own CA, and the records of who leads. Of secrets only names are read.
 */
export async function readAuthority(
  { client, discovery, signal }: AuthorityStage,
  installed: readonly JsonObject[],
  istioNamespace: string,
): Promise<readonly JsonObject[]> {
  const planes = installed.filter(
    (object) => labelOf(object, label.component) === 'Pilot' && object.kind === 'Deployment',
  );
  const namespaces = [
    ...new Set([istioNamespace, ...planes.map((object) => keyOf(object).namespace ?? istioNamespace)]),
  ];
  const how = { discovery, ...(signal && { signal }) };
  const configMap = { group: '', kind: 'ConfigMap' };
  const [roots, records, secrets] = await Promise.all([
    listKinds(client, [{ ...configMap, labelSelector: 'istio.io/config=true' }], how),
    listKinds(client, [configMap], { ...how, namespaces }),
    Promise.all(namespaces.map((namespace) => caSecrets(client, namespace, signal))),
  ]);
  return [
    ...roots.flatMap(({ objects }) =>
      objects.filter((object) => keyOf(object).name === 'istio-ca-root-cert'),
    ),
    ...records.flatMap(({ objects }) => objects.filter(isLeaderRecord)),
    ...secrets.flat(),
  ];
}

const isLeaderRecord = (object: JsonObject): boolean =>
  /^istio-.*(leader|election)$/.test(keyOf(object).name) &&
  annotationOf(object, 'control-plane.alpha.kubernetes.io/leader') !== '';

async function caSecrets(
  client: ClusterClient,
  namespace: string,
  signal: AbortSignal | undefined,
): Promise<readonly JsonObject[]> {
  const secrets = await listMetadata(client, `/api/v1/namespaces/${encodeURIComponent(namespace)}/secrets`, {
    fieldSelector: 'metadata.name=istio-ca-secret',
    ...(signal && { signal }),
  });
  return secrets.map((secret) => ({ apiVersion: 'v1', kind: 'Secret', ...secret }));
}
