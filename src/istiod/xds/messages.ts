import type { fromJSON } from '@grpc/proto-loader';

/** A map, which the types of protobufjs have no word for. */
const valuesByName = { keyType: 'string', type: 'Value', id: 1 };

/**
 * What is said over xDS when istiod is asked for the status of proxies, in the form that protobufjs reads: the fields
 * that are used of `envoy/service/discovery/v3/{ads,discovery}.proto`, `envoy/service/status/v3/csds.proto`,
 * `envoy/admin/v3/config_dump_shared.proto`, `envoy/config/core/v3/base.proto` and the well-known types.
 */
export const xdsMessages: Parameters<typeof fromJSON>[0] = {
  nested: {
    'google.protobuf': {
      nested: {
        Any: message({ type_url: ['string', 1], value: ['bytes', 2] }),
        Timestamp: message({ seconds: ['int64', 1], nanos: ['int32', 2] }),
        Struct: { fields: { fields: valuesByName } },
        ListValue: message({ values: ['repeated Value', 1] }),
        Value: message({
          nullValue: ['int32', 1],
          numberValue: ['double', 2],
          stringValue: ['string', 3],
          boolValue: ['bool', 4],
          structValue: ['Struct', 5],
          listValue: ['ListValue', 6],
        }),
      },
    },
    'envoy.config.core.v3': {
      nested: {
        Node: message({
          id: ['string', 1],
          cluster: ['string', 2],
          metadata: ['google.protobuf.Struct', 3],
        }),
        ControlPlane: message({ identifier: ['string', 1] }),
      },
    },
    'envoy.admin.v3': {
      nested: {
        UpdateFailureState: message({
          lastUpdateAttempt: ['google.protobuf.Timestamp', 2],
          details: ['string', 3],
          versionInfo: ['string', 4],
        }),
      },
    },
    'envoy.service.status.v3': {
      nested: {
        ConfigStatus: { values: { UNKNOWN: 0, SYNCED: 1, NOT_SENT: 2, STALE: 3, ERROR: 4 } },
        Nothing: { fields: {} },
        PerXdsConfig: message({
          status: ['ConfigStatus', 1],
          listenerConfig: ['Nothing', 2],
          clusterConfig: ['Nothing', 3],
          routeConfig: ['Nothing', 4],
          scopedRouteConfig: ['Nothing', 5],
          endpointConfig: ['Nothing', 6],
        }),
        GenericXdsConfig: message({
          typeUrl: ['string', 1],
          name: ['string', 2],
          versionInfo: ['string', 3],
          lastUpdated: ['google.protobuf.Timestamp', 5],
          configStatus: ['ConfigStatus', 6],
          errorState: ['envoy.admin.v3.UpdateFailureState', 8],
        }),
        ClientConfig: message({
          node: ['envoy.config.core.v3.Node', 1],
          xdsConfig: ['repeated PerXdsConfig', 2],
          genericXdsConfigs: ['repeated GenericXdsConfig', 3],
        }),
      },
    },
    'envoy.service.discovery.v3': {
      nested: {
        DiscoveryRequest: message({
          versionInfo: ['string', 1],
          node: ['envoy.config.core.v3.Node', 2],
          resourceNames: ['repeated string', 3],
          typeUrl: ['string', 4],
          responseNonce: ['string', 5],
        }),
        DiscoveryResponse: message({
          versionInfo: ['string', 1],
          resources: ['repeated google.protobuf.Any', 2],
          typeUrl: ['string', 4],
          nonce: ['string', 5],
          controlPlane: ['envoy.config.core.v3.ControlPlane', 6],
        }),
        AggregatedDiscoveryService: {
          methods: {
            StreamAggregatedResources: {
              comment: '',
              requestType: 'DiscoveryRequest',
              requestStream: true,
              responseType: 'DiscoveryResponse',
              responseStream: true,
            },
          },
        },
      },
    },
  },
};

/** A message of fields, each with its type and number. */
function message(fields: Readonly<Record<string, readonly [string, number]>>) {
  const entries = Object.entries(fields).map(([name, [type, id]]) => {
    const repeated = type.startsWith('repeated ');
    return [name, { id, type: type.replace('repeated ', ''), ...(repeated && { rule: 'repeated' }) }];
  });
  return { fields: Object.fromEntries(entries) as Record<string, { id: number; type: string }> };
}
