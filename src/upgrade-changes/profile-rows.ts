/** A value that compatibility profiles set, and by release the profiles that do. */
export interface ProfileRow {
  /** Of the values of the installation; names have no dots in them. */
  readonly path: string;
  readonly value: string | boolean;
  readonly profiles: Readonly<Record<string, readonly string[]>>;
}

export const profileRows: readonly ProfileRow[] = [
  {
    ...{ path: 'pilot.env.ENABLE_ENHANCED_RESOURCE_SCOPING', value: 'false' },
    profiles: {
      '1.24': ['1.21'],
    },
  },
  {
    ...{ path: 'pilot.env.ENABLE_RESOLUTION_NONE_TARGET_PORT', value: 'false' },
    profiles: {
      '1.24': ['1.21'],
    },
  },
  {
    ...{ path: 'pilot.env.ENABLE_DELIMITED_STATS_TAG_REGEX', value: 'false' },
    profiles: {
      '1.24': ['1.21', '1.22'],
      '1.25': ['1.22'],
    },
  },
  {
    ...{ path: 'pilot.env.ENABLE_INBOUND_RETRY_POLICY', value: 'false' },
    profiles: {
      '1.24': ['1.21', '1.22', '1.23'],
      '1.25': ['1.22', '1.23'],
      '1.26': ['1.23'],
    },
  },
  {
    ...{ path: 'pilot.env.EXCLUDE_UNSAFE_503_FROM_DEFAULT_RETRY', value: 'false' },
    profiles: {
      '1.24': ['1.21', '1.22', '1.23'],
      '1.25': ['1.22', '1.23'],
      '1.26': ['1.23'],
    },
  },
  {
    ...{ path: 'pilot.env.PREFER_DESTINATIONRULE_TLS_FOR_EXTERNAL_SERVICES', value: 'false' },
    profiles: {
      '1.24': ['1.21', '1.22', '1.23'],
      '1.25': ['1.22', '1.23'],
      '1.26': ['1.23'],
    },
  },
  {
    ...{ path: 'pilot.env.ENABLE_ENHANCED_DESTINATIONRULE_MERGE', value: 'false' },
    profiles: {
      '1.24': ['1.21', '1.22', '1.23'],
      '1.25': ['1.22', '1.23'],
      '1.26': ['1.23'],
    },
  },
  {
    ...{ path: 'pilot.env.PILOT_UNIFIED_SIDECAR_SCOPE', value: 'false' },
    profiles: {
      '1.24': ['1.21', '1.22', '1.23'],
      '1.25': ['1.22', '1.23'],
      '1.26': ['1.23'],
    },
  },
  {
    ...{ path: 'meshConfig.defaultConfig.proxyMetadata.ISTIO_DELTA_XDS', value: 'false' },
    profiles: {
      '1.24': ['1.21'],
    },
  },
  {
    ...{ path: 'meshConfig.defaultConfig.proxyMetadata.ENABLE_DELIMITED_STATS_TAG_REGEX', value: 'false' },
    profiles: {
      '1.24': ['1.21', '1.22'],
      '1.25': ['1.22'],
    },
  },
  {
    ...{ path: 'meshConfig.defaultConfig.proxyMetadata.ENABLE_DEFERRED_STATS_CREATION', value: 'false' },
    profiles: {
      '1.24': ['1.21', '1.22', '1.23'],
      '1.25': ['1.22', '1.23'],
      '1.26': ['1.23'],
    },
  },
  {
    ...{
      path: 'meshConfig.defaultConfig.proxyMetadata.BYPASS_OVERLOAD_MANAGER_FOR_STATIC_LISTENERS',
      value: 'false',
    },
    profiles: {
      '1.24': ['1.21', '1.22', '1.23'],
      '1.25': ['1.22', '1.23'],
      '1.26': ['1.23'],
    },
  },
  {
    ...{ path: 'meshConfig.defaultConfig.tracing.zipkin.address', value: 'zipkin.istio-system:9411' },
    profiles: {
      '1.24': ['1.21'],
    },
  },
  {
    ...{ path: 'meshConfig.defaultConfig.proxyMetadata.ENABLE_DEFERRED_CLUSTER_CREATION', value: 'false' },
    profiles: {
      '1.24': ['1.22'],
      '1.25': ['1.22'],
    },
  },
  {
    ...{ path: 'ambient.reconcileIptablesOnStartup', value: false },
    profiles: {
      '1.25': ['1.22', '1.23', '1.24'],
      '1.26': ['1.23', '1.24'],
      '1.27': ['1.24'],
    },
  },
  {
    ...{ path: 'pilot.env.PILOT_ENABLE_IP_AUTOALLOCATE', value: 'false' },
    profiles: {
      '1.25': ['1.24'],
      '1.26': ['1.24'],
      '1.27': ['1.24'],
    },
  },
  {
    ...{ path: 'ambient.dnsCapture', value: false },
    profiles: {
      '1.25': ['1.24'],
      '1.26': ['1.24'],
      '1.27': ['1.24'],
    },
  },
  {
    ...{ path: 'ambient.shareHostNetworkNamespace', value: true },
    profiles: {
      '1.26': ['1.23', '1.24', '1.25'],
      '1.27': ['1.24', '1.25'],
      '1.28': ['1.25'],
      '1.29': ['1.25'],
      '1.30': ['1.25'],
      '1.31': ['1.25'],
    },
  },
  {
    ...{ path: 'pilot.env.ENABLE_NATIVE_SIDECARS', value: 'false' },
    profiles: {
      '1.27': ['1.24', '1.25', '1.26'],
      '1.28': ['1.25', '1.26'],
      '1.29': ['1.25', '1.26'],
      '1.30': ['1.25', '1.26'],
      '1.31': ['1.25', '1.26'],
    },
  },
  {
    ...{ path: 'pilot.env.DISABLE_SHADOW_HOST_SUFFIX', value: 'false' },
    profiles: {
      '1.28': ['1.25', '1.26', '1.27'],
      '1.29': ['1.25', '1.26', '1.27'],
      '1.30': ['1.25', '1.26', '1.27'],
      '1.31': ['1.25', '1.26', '1.27'],
    },
  },
  {
    ...{ path: 'pilot.env.PILOT_SPAWN_UPSTREAM_SPAN_FOR_GATEWAY', value: 'false' },
    profiles: {
      '1.28': ['1.25', '1.26', '1.27'],
      '1.29': ['1.25', '1.26', '1.27'],
      '1.30': ['1.25', '1.26', '1.27'],
      '1.31': ['1.25', '1.26', '1.27', '1.30'],
    },
  },
  {
    ...{ path: 'pilot.env.DISABLE_TRACK_REMAINING_CB_METRICS', value: 'false' },
    profiles: {
      '1.29': ['1.25', '1.26', '1.27', '1.28'],
      '1.30': ['1.25', '1.26', '1.27', '1.28'],
      '1.31': ['1.25', '1.26', '1.27', '1.28'],
    },
  },
  {
    ...{ path: 'cni.ambient.reconcileIptablesOnStartup', value: false },
    profiles: {
      '1.29': ['1.25', '1.26', '1.27', '1.28'],
      '1.30': ['1.25', '1.26', '1.27', '1.28'],
      '1.31': ['1.25', '1.26', '1.27', '1.28'],
    },
  },
  {
    ...{ path: 'pilot.env.PILOT_SIDECAR_PICK_BEST_SERVICE_NAMESPACE', value: 'false' },
    profiles: {
      '1.30': ['1.25', '1.26', '1.27', '1.28', '1.29'],
      '1.31': ['1.25', '1.26', '1.27', '1.28', '1.29'],
    },
  },
  {
    ...{ path: 'pilot.env.PILOT_ENABLE_STRICT_GATEWAY_MERGING', value: 'false' },
    profiles: {
      '1.31': ['1.25', '1.26', '1.27', '1.28', '1.29', '1.30'],
    },
  },
  {
    ...{ path: 'pilot.env.PILOT_AUTO_SEND_UNHEALTHY_ENDPOINTS', value: 'false' },
    profiles: {
      '1.31': ['1.25', '1.26', '1.27', '1.28', '1.29', '1.30'],
    },
  },
];
