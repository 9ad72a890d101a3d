import { fieldsOf, type Fields } from '../../object-fields.ts';
import { condensed } from './condensed.ts';
import { momentOf } from './moment-of.ts';
import type { ProxyStatus, StatusAnswer, TypeStatus } from './proxy-status.ts';
import { inTypeOrder, shortNameOf } from './type-names.ts';

/** Reads a DiscoveryResponse of `envoy.service.status.v3.ClientConfig`; resources of other types are no proxies. */
export function readXdsAnswer(answer: Fields): StatusAnswer {
  const istiod = istiodOf(answer.inner('controlPlane')?.text('identifier') ?? '');
  const resources = answer
    .items('resources')
    .filter(({ fields }) => /(^$|ClientConfig$)/.test(fields.text('@type')))
    .map(({ fields }) => ({ raw: fields.raw, proxy: proxyOf(fields, istiod) }));
  return {
    proxies: resources.map(({ proxy }) => proxy),
    dataOf: (wanted) => ({
      ...answer.raw,
      resources: resources.filter(({ proxy }) => wanted.has(proxy)).map(({ raw }) => raw),
    }),
  };
}

/** The identifier of a control plane is JSON text: `{"Component": ..., "ID": ..., "Info": {...}}`. */
function istiodOf(identifier: string): string | undefined {
  if (identifier === '') return undefined;
  try {
    const id = fieldsOf(JSON.parse(identifier))?.text('ID') ?? '';
    return id === '' ? identifier : id;
  } catch {
    return identifier;
  }
}

function proxyOf(resource: Fields, istiod: string | undefined): ProxyStatus {
  const node = resource.inner('node');
  const metadata = node?.inner('metadata');
  const name = node?.text('id') ?? '';
  return {
    name,
    cluster: metadata?.text('CLUSTER_ID') ?? '',
    istiod,
    version: metadata?.text('ISTIO_VERSION') ?? '',
    namespace: metadata?.text('NAMESPACE') ?? '',
    types: inTypeOrder(typesOf(resource)),
  };
}

function typesOf(resource: Fields): readonly TypeStatus[] {
  const generic = resource.items('genericXdsConfigs');
  if (generic.length > 0) return generic.map(({ fields }) => genericType(fields));
  return resource.items('xdsConfig').flatMap(({ fields }) => {
    const kind = Object.keys(olderTypes).find((name) => Object.hasOwn(fields.raw, name));
    return kind === undefined ? [] : [typeStatus(olderTypes[kind] ?? '', fields.text('status'), fields)];
  });
}

/** The field of an `xdsConfig`, which older istiods send, to the type it is about. */
const olderTypes: Readonly<Record<string, string>> = {
  clusterConfig: 'type.googleapis.com/envoy.config.cluster.v3.Cluster',
  listenerConfig: 'type.googleapis.com/envoy.config.listener.v3.Listener',
  routeConfig: 'type.googleapis.com/envoy.config.route.v3.RouteConfiguration',
  endpointConfig: 'type.googleapis.com/envoy.config.endpoint.v3.ClusterLoadAssignment',
};

const genericType = (config: Fields): TypeStatus =>
  typeStatus(config.text('typeUrl'), config.text('configStatus'), config);

function typeStatus(typeUrl: string, status: string, config: Fields): TypeStatus {
  const details = config.inner('errorState')?.text('details') ?? '';
  const error = details === '' ? undefined : details;
  const state = stateOf(status);
  return {
    typeUrl,
    shortName: shortNameOf(typeUrl),
    state,
    since: momentOf(config.text('lastUpdated')),
    reason: error === undefined ? reasons[state] : condensed(error),
    error,
  };
}

/** A status that is not there is the first of its enum, `UNKNOWN`: the proxy never asked for the type. */
function stateOf(status: string): string {
  if (status === '' || status === 'UNKNOWN') return 'IGNORED';
  return status.replaceAll('_', ' ');
}

const reasons: Readonly<Record<string, string>> = {
  STALE: 'the proxy has not acknowledged what was sent last',
  'NOT SENT': 'istiod had nothing to send',
  ERROR: 'the proxy refused what was sent last',
};
