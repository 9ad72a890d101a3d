import type { ChangeRecord } from '../upgrade-change.ts';
import { byMetadata, byValue, byVariable, exists, look, object } from './looking-for.ts';

const patches = 'spec.configPatches[].patch.value';

export const changesTo124: readonly ChangeRecord[] = [
  {
    ...{ id: '1.24-retry-503', area: 'traffic', kind: 'default', impact: 'medium' },
    change: 'Routes that leave retries to the default do not repeat requests that were answered with 503.',
    action:
      'Where a 503 has to be repeated, write retryOn: in the VirtualService or in defaultHttpRetryPolicy.',
    revert: byVariable('EXCLUDE_UNSAFE_503_FROM_DEFAULT_RETRY', 'false', '1.23'),
    ...{ detectability: 'config', match: 'all', source: 'upgrade-notes' },
    detect: [
      look('VirtualService', 'spec.http[].retries', 'absent'),
      look('MeshConfig', 'defaultHttpRetryPolicy', 'absent'),
    ],
    note: 'The variable exists up to 1.26.',
  },
  {
    ...{ id: '1.24-inbound-retry', area: 'traffic', kind: 'default', impact: 'low' },
    change: 'Proxies repeat incoming requests that never reached the application.',
    revert: byVariable('ENABLE_INBOUND_RETRY_POLICY', 'false', '1.23'),
    ...{ detectability: 'none', source: 'upgrade-notes', note: 'The variable exists up to 1.26.' },
  },
  {
    ...{ id: '1.24-dr-merge-exportto', area: 'traffic', kind: 'behaviour', impact: 'high' },
    change: 'Several DestinationRules of a host are put together only when they are exported alike.',
    action: 'Make one DestinationRule of them, or write the same exportTo in each.',
    revert: byVariable('ENABLE_ENHANCED_DESTINATIONRULE_MERGE', 'false', '1.23'),
    ...{ detectability: 'config', source: 'upgrade-notes' },
    detect: [look('DestinationRule', 'spec.host', 'duplicate', undefined, { scope: 'other-export-to' })],
  },
  {
    ...{ id: '1.24-dr-tls-external', area: 'security', kind: 'behaviour', impact: 'medium' },
    change:
      'For hosts outside of the mesh the TLS settings of a DestinationRule come before certificates from metadata.',
    action: 'Look at the client certificates that these hosts are called with.',
    revert: byVariable('PREFER_DESTINATIONRULE_TLS_FOR_EXTERNAL_SERVICES', 'false', '1.23'),
    ...{ detectability: 'config', match: 'all', source: 'upgrade-notes' },
    detect: [
      look('ServiceEntry', 'spec.location', 'equals', 'MESH_EXTERNAL', { absentMeans: 'affected' }),
      look('DestinationRule', 'spec.trafficPolicy.tls', 'exists', undefined, { scope: 'external-host' }),
    ],
  },
  {
    ...{ id: '1.24-sidecar-scope', area: 'traffic', kind: 'behaviour', impact: 'high' },
    change:
      'Which of several services with one host counts no longer depends on whether there is a Sidecar object: that of the own namespace, then a Service of Kubernetes, then any.',
    action: 'Leave each host to one object.',
    revert: byVariable('PILOT_UNIFIED_SIDECAR_SCOPE', 'false', '1.23'),
    ...{ detectability: 'config', source: 'upgrade-notes' },
    detect: [look('ServiceEntry', 'spec.hosts[]', 'duplicate')],
  },
  {
    ...{ id: '1.24-overload-bypass', area: 'traffic', kind: 'default', impact: 'low' },
    change: 'Listeners that a proxy always has, such as that of its metrics, answer under overload, too.',
    revert: byMetadata('BYPASS_OVERLOAD_MANAGER_FOR_STATIC_LISTENERS', 'false', '1.23'),
    ...{ detectability: 'none', source: 'upgrade-notes', note: 'The variable exists up to 1.26.' },
  },
  {
    ...{ id: '1.24-deferred-stats', area: 'telemetry', kind: 'default', impact: 'low' },
    change:
      'Some statistics of Envoy come into being with their first use, so that they are missing where they were zero.',
    action: 'See to it that no alert depends on counters that are zero.',
    revert: byMetadata('ENABLE_DEFERRED_STATS_CREATION', 'false', '1.23'),
    ...{ detectability: 'none', source: 'upgrade-notes', note: 'The variable exists up to 1.26.' },
  },
  {
    ...{ id: '1.24-cel-peer', area: 'telemetry', kind: 'breaking', impact: 'high' },
    change:
      'Expressions read the other side from filter_state.downstream_peer and upstream_peer, and the node from xds.node; names that begin with istio_ alone mean nothing.',
    action: 'Write expressions anew, with has() for as long as there are proxies of both versions.',
    ...{ detectability: 'config', source: 'upgrade-notes' },
    detect: [
      look(
        'Telemetry',
        'spec..(expression|value)',
        'mentions',
        'wasm\\.(downstream|upstream)_peer|\\bnode\\.|(?<!wasm\\.)istio_',
      ),
      look('EnvoyFilter', patches, 'mentions', 'wasm\\.(downstream|upstream)_peer'),
    ],
  },
  {
    ...{ id: '1.24-crd-helm', area: 'install', kind: 'behaviour', impact: 'medium' },
    change:
      'Helm has the definitions of the base chart as templates: it upgrades them, and they have other labels.',
    action:
      'Give the definitions the labels and annotations by which Helm knows its own, or go on applying them yourself.',
    revert: byValue('base.enableCRDTemplates', false),
    ...{ detectability: 'cluster', source: 'upgrade-notes' },
    detect: [
      look('CRD', 'metadata.labels["app.kubernetes.io/managed-by"]', 'notEquals', 'Helm', {
        ...{ name: '*.istio.io', absentMeans: 'affected' },
      }),
      look('HelmValue', 'base.enableCRDTemplates', 'equals', false),
    ],
  },
  {
    ...{ id: '1.24-istiod-remote-chart', area: 'install', kind: 'removed', impact: 'medium' },
    change:
      'There is no chart istiod-remote: the chart istiod does it with profile=remote, beside the chart base.',
    action: 'Install both charts in place of istiod-remote.',
    ...{ detectability: 'cluster', source: 'upgrade-notes' },
    detect: [look('HelmRelease', 'chart', 'equals', 'istiod-remote')],
  },
  {
    ...{ id: '1.24-openshift-profiles', area: 'install', kind: 'removed', impact: 'medium' },
    change: 'OpenShift has no profiles of its own: it is a platform.',
    action: 'Set global.platform=openshift, with the profile default or ambient.',
    ...{ detectability: 'config', source: 'upgrade-notes' },
    detect: [look('HelmValue', 'profile', 'matches', '^openshift')],
  },
  {
    ...{ id: '1.24-values-removed', area: 'install', kind: 'removed', impact: 'low' },
    change: 'A number of values that did nothing any more are unknown.',
    action: 'Take them out; what was istio_cni is pilot.cni.',
    ...{ detectability: 'config', source: 'release-notes' },
    detect: exists(
      'HelmValue',
      ...['pilot.configNamespace', 'pilot.configSource', 'pilot.useMCP'],
      ...['pilot.enableProtocolSniffingForOutbound', 'pilot.enableProtocolSniffingForInbound'],
      ...['global.autoscalingV2API', 'global.autoscalingv2API', 'global.configRootNamespace'],
      ...['global.defaultConfigVisibilitySettings', 'global.useMCP', 'global.proxy.enableCoreDump'],
      ...['sidecarInjectorWebhook.objectSelector', 'sidecarInjectorWebhook.useLegacySelectors'],
      ...['istio_cni.chained', 'istio_cni.provider'],
    ),
  },
  {
    ...{ id: '1.24-coredump-annotation', area: 'injection', kind: 'removed', impact: 'low' },
    change: 'The annotation sidecar.istio.io/enableCoreDump has no effect.',
    action: 'Drop it; a node can be told to write core dumps.',
    ...{ detectability: 'config', source: 'release-notes' },
    detect: exists('PodAnnotation', 'sidecar.istio.io/enableCoreDump'),
  },
  {
    ...{ id: '1.24-log-rotate', area: 'install', kind: 'removed', impact: 'low' },
    change: 'istiod and its like do not know the flags --log_rotate_* and do not start with them.',
    action: 'Drop the flags, and let something else rotate the logs.',
    ...{ detectability: 'config', source: 'release-notes' },
    detect: [look('Deployment', 'spec..args[]', 'matches', '--log_rotate')],
  },
  {
    ...{ id: '1.24-gateway-name-label', area: 'gateway', kind: 'removed', impact: 'medium' },
    change:
      'Gateways have the label gateway.networking.k8s.io/gateway-name only: istio.io/gateway-name is neither set nor looked at.',
    action: 'Select by the new label.',
    ...{ detectability: 'config', source: 'release-notes' },
    detect: [
      ...[
        'Service',
        'PodDisruptionBudget',
        'NetworkPolicy',
        'Gateway',
        'Sidecar',
        'EnvoyFilter',
        'WasmPlugin',
      ],
      ...[
        'AuthorizationPolicy',
        'PeerAuthentication',
        'RequestAuthentication',
        'Telemetry',
        'DestinationRule',
      ],
    ].flatMap((kind) => exists(kind, 'spec..(selector|matchLabels|labels)["istio.io/gateway-name"]')),
  },
  {
    ...{ id: '1.24-istio-csr', area: 'security', kind: 'breaking', impact: 'high' },
    change:
      'Certificate authorities are called by gRPC with ALPN, which istio-csr of cert-manager does not know up to v0.12.0.',
    action: 'Bring istio-csr to a newer version first.',
    revert: byMetadata('GRPC_ENFORCE_ALPN_ENABLED', 'false'),
    ...{ detectability: 'cluster', source: 'upgrade-notes' },
    detect: [
      look(
        'PodTemplate',
        'spec.containers[].image',
        'matches',
        'cert-manager-istio-csr:v0\\.((\\d|1[01])(\\D|$)|12(\\.0)?([^.\\d]|$))',
      ),
    ],
  },
  {
    ...{ id: '1.24-cni-privileged', area: 'ambient', kind: 'behaviour', impact: 'low' },
    change: 'The node agent istio-cni asks for single capabilities in place of a privileged container.',
    action: 'Look at the exceptions that pod security policies make for it.',
    ...{ detectability: 'cluster', source: 'release-notes' },
    detect: [object('DaemonSet', 'istio-cni-node')],
    note: 'From 1.25 on it needs CAP_DAC_OVERRIDE, too.',
  },
  {
    ...{ id: '1.24-compat-1.20', area: 'install', kind: 'removed', impact: 'medium' },
    change: 'There is no compatibilityVersion 1.20, and none of the variables that it set.',
    action: 'Drop them.',
    ...{ detectability: 'config', source: 'release-notes' },
    detect: [
      look('HelmValue', 'compatibilityVersion', 'equals', '1.20'),
      ...exists(
        'IstiodEnv',
        'ENABLE_EXTERNAL_NAME_ALIAS',
        'PERSIST_OLDEST_FIRST_HEURISTIC_FOR_VIRTUAL_SERVICE_HOST_MATCHING',
        'VERIFY_CERTIFICATE_AT_CLIENT',
      ),
    ],
  },
  {
    ...{ id: '1.24-cli-removed', area: 'cli', kind: 'removed', impact: 'low' },
    change: 'istioctl has no commands profile and manifest diff any more.',
    action: 'Compare rendered manifests with another tool.',
    ...{ detectability: 'none', source: 'release-notes' },
    detect: [look('Script', 'text', 'mentions', 'istioctl (profile|manifest diff)')],
  },
  {
    ...{ id: '1.24-ambient-dns-order', area: 'ambient', kind: 'breaking', impact: 'high' },
    change:
      'Where ambient Pods have their DNS captured, names are not found when components are upgraded in another order than the node agent, the workloads, ztunnel.',
    action: 'Upgrade istio-cni, restart the workloads, then upgrade ztunnel.',
    ...{ detectability: 'config', source: 'upgrade-notes' },
    detect: [
      look('HelmValue', 'cni.ambient.dnsCapture', 'equals', true),
      look('ConfigMap', 'data.AMBIENT_DNS_CAPTURE', 'equals', 'true', { name: 'istio-cni-config' }),
    ],
  },
];
