import { fieldsOf, type Fields } from '../../object-fields.ts';
import type { Json } from '../../resources/index.ts';
import { condensed } from './condensed.ts';
import { momentOf } from './moment-of.ts';
import type { ProxyStatus, StatusAnswer, TypeStatus } from './proxy-status.ts';
import { inTypeOrder, shortNameOf } from './type-names.ts';

/** Reads the list that an istiod answers at `/debug/syncz`, which does not name that istiod. */
export function readSyncz(entries: readonly Fields[], istiod: string | undefined): StatusAnswer {
  const proxies = entries.map((entry) => proxyOf(entry, istiod));
  return {
    proxies,
    dataOf: (wanted) => ({
      ...(istiod !== undefined && { controlPlane: { identifier: identifierOf(istiod) } }),
      resources: proxies.filter((proxy) => wanted.has(proxy)).map(clientConfig),
    }),
  };
}

/** As istiod names itself over xDS. */
const identifierOf = (istiod: string): string => JSON.stringify({ Component: 'istiod', ID: istiod });

function proxyOf(entry: Fields, istiod: string | undefined): ProxyStatus {
  const name = entry.text('proxy');
  const proxyVersion = entry.text('proxy_version');
  return {
    name,
    cluster: entry.text('cluster_id'),
    istiod,
    version: entry.text('istio_version') || (proxyVersion === '' ? '' : `${proxyVersion}*`),
    namespace: name.includes('.') ? name.slice(name.indexOf('.') + 1) : '',
    types: inTypeOrder(typesOf(entry)),
  };
}

function typesOf(entry: Fields): readonly TypeStatus[] {
  const resources = entry.inner('resources');
  if (resources === undefined) return olderTypes(entry);
  return Object.keys(resources.raw).flatMap((typeUrl) => {
    const resource = resources.inner(typeUrl);
    return resource ? [typeStatus(typeUrl, resource)] : [];
  });
}

/** The fields `cluster_sent`, `cluster_acked` and so on, all that older istiods have. */
function olderTypes(entry: Fields): readonly TypeStatus[] {
  return Object.entries(olderNames).flatMap(([name, type]) => {
    const [sent, acked] = [entry.text(`${name}_sent`), entry.text(`${name}_acked`)];
    const resource = fieldsOf({ sent, acked });
    return resource && (sent !== '' || name !== 'extensionconfig')
      ? [typeStatus(`type.googleapis.com/${type}`, resource)]
      : [];
  });
}

const olderNames: Readonly<Record<string, string>> = {
  cluster: 'envoy.config.cluster.v3.Cluster',
  listener: 'envoy.config.listener.v3.Listener',
  endpoint: 'envoy.config.endpoint.v3.ClusterLoadAssignment',
  route: 'envoy.config.route.v3.RouteConfiguration',
  extensionconfig: 'envoy.config.core.v3.TypedExtensionConfig',
};

function typeStatus(typeUrl: string, resource: Fields): TypeStatus {
  const [sent, acked] = [resource.text('sent'), resource.text('acked')];
  const error = resource.text('lastError') || undefined;
  return {
    typeUrl,
    shortName: shortNameOf(typeUrl),
    ...judged(sent, acked, error),
    since: momentOf(resource.text('sentTime')),
    error,
  };
}

function judged(
  sent: string,
  acked: string,
  error: string | undefined,
): Pick<TypeStatus, 'state' | 'reason'> {
  if (error !== undefined) return { state: 'ERROR', reason: condensed(error) };
  if (sent === '') return { state: 'NOT SENT', reason: 'istiod had nothing to send' };
  if (sent === acked) return { state: 'SYNCED', reason: undefined };
  const got = acked === '' ? 'nothing was ever acknowledged' : `the proxy acknowledged ${acked}`;
  return { state: 'STALE', reason: `${sent} was sent, ${got}` };
}

/** The status as an xDS answer has it, with the reasons that only this source knows. */
const clientConfig = ({ name, cluster, version, namespace, types }: ProxyStatus): Json => ({
  '@type': 'type.googleapis.com/envoy.service.status.v3.ClientConfig',
  node: { id: name, metadata: { CLUSTER_ID: cluster, ISTIO_VERSION: version, NAMESPACE: namespace } },
  genericXdsConfigs: types.map(({ typeUrl, state, since, reason, error }) => ({
    typeUrl,
    configStatus: state.replaceAll(' ', '_'),
    ...(since && { lastUpdated: since.toISOString() }),
    ...(error !== undefined && { errorState: { details: error } }),
    ...(reason !== undefined && { reason }),
  })),
});
