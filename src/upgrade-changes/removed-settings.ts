import type { Detection } from '../detect/index.ts';

/** A setting that nobody reads from a minor version on. */
export interface RemovedSetting {
  readonly type: 'variable' | 'value' | 'annotation';
  readonly name: string;
  /** The first minor version without it. */
  readonly removedIn: string;
  /** What to use in its place. */
  readonly instead?: string;
}

/** Oldest first. Variables are those of istiod and of proxies. Values that one chart lost and another still reads are left out. */
export const removedSettings: readonly RemovedSetting[] = [
  ...gone('variable', '1.24', [
    ...['ENABLE_EXTERNAL_NAME_ALIAS', 'PERSIST_OLDEST_FIRST_HEURISTIC_FOR_VIRTUAL_SERVICE_HOST_MATCHING'],
    ...['PILOT_ENABLE_STATUS', 'REQUIRE_3P_TOKEN', 'VERIFY_CERTIFICATE_AT_CLIENT'],
  ]),
  ...gone('annotation', '1.24', ['alpha.istio.io/identity', 'sidecar.istio.io/controlPlaneAuthPolicy']),
  ...gone('variable', '1.25', [
    ...['ENABLE_ENHANCED_RESOURCE_SCOPING', 'ENABLE_RESOLUTION_NONE_TARGET_PORT'],
    ...['PROXY_XDS_DEBUG_VIA_AGENT', 'PROXY_XDS_DEBUG_VIA_AGENT_PORT'],
  ]),
  ...gone('annotation', '1.25', ['sidecar.istio.io/enableCoreDump']),
  ...gone('variable', '1.26', [
    ...['ENABLE_AUTO_SNI', 'ENABLE_DEFERRED_CLUSTER_CREATION', 'ENABLE_DELIMITED_STATS_TAG_REGEX'],
  ]),
  {
    ...{ type: 'value', name: 'cni.rollingMaxUnavailable', removedIn: '1.26' },
    instead: 'cni.updateStrategy.rollingUpdate.maxUnavailable',
  },
  ...gone('variable', '1.27', [
    ...['BYPASS_OVERLOAD_MANAGER_FOR_STATIC_LISTENERS', 'ENABLE_DEFERRED_STATS_CREATION'],
    ...['ENABLE_INBOUND_RETRY_POLICY', 'EXCLUDE_UNSAFE_503_FROM_DEFAULT_RETRY'],
    ...['PILOT_STATUS_BURST', 'PILOT_STATUS_QPS', 'PILOT_STATUS_UPDATE_INTERVAL'],
  ]),
  ...gone('value', '1.27', [
    ...['global.multiCluster.enabled', 'global.multiCluster.globalDomainSuffix'],
    'global.multiCluster.includeEnvoyFilter',
  ]),
  ...gone('variable', '1.28', ['METRIC_GRACEFUL_DELETION_INTERVAL', 'METRIC_ROTATION_INTERVAL']),
  ...gone('variable', '1.31', ['PILOT_SPAWN_UPSTREAM_SPAN_FOR_GATEWAY', 'UNSAFE_PILOT_ENABLE_DELTA_TEST']),
];

/** Where a setting can be found. */
export function detectionsOf({ type, name }: RemovedSetting): readonly Detection[] {
  return kindsOf[type].map((kind) => ({ kind, path: name, predicate: 'exists' }));
}

const kindsOf = {
  variable: ['IstiodEnv', 'ProxyMetadata'],
  value: ['HelmValue'],
  annotation: ['PodAnnotation'],
} as const;

function gone(
  type: RemovedSetting['type'],
  removedIn: string,
  names: readonly string[],
): readonly RemovedSetting[] {
  return names.map((name) => ({ type, name, removedIn }));
}
