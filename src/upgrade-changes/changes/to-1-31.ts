import type { ChangeRecord } from '../upgrade-change.ts';
import { bundle, byVariable, closingHub, exists, look, object } from './looking-for.ts';

const gateway = 'Gateway.gateway.networking.k8s.io';

export const changesTo131: readonly ChangeRecord[] = [
  {
    ...{ id: '1.31-registry-gone', area: 'install', kind: 'breaking', impact: 'high' },
    change:
      'Images are at docker.io/istio alone: registry.istio.io and gcr.io/istio-release do not have them.',
    action: 'Set the hub to docker.io/istio or to a mirror, and take charts from blob.istio.io or ghcr.io.',
    ...{ detectability: 'config', source: 'upgrade-notes' },
    detect: [
      look('HelmValue', 'global.hub', 'matches', closingHub),
      look('Pod', 'spec.(containers|initContainers)[].image', 'matches', `${closingHub}/`),
    ],
    note: 'The old registries are switched off for a while on some days before they close: look up the dates.',
  },
  {
    ...{ id: '1.31-signing-key', area: 'security', kind: 'breaking', impact: 'medium' },
    change: 'Images are signed with another key than before.',
    action: 'Trust istio-key-v2 besides the old key.',
    ...{ detectability: 'cluster', source: 'announcement', firstIn: '1.31.1' },
    detect: [
      look('ClusterPolicy', 'spec..publicKeys', 'mentions', 'istio-key'),
      ...exists('ClusterImagePolicy', 'spec..key'),
    ],
  },
  {
    ...{ id: '1.31-unhealthy-endpoints', area: 'traffic', kind: 'default', impact: 'high' },
    change: 'Proxies are told of unhealthy endpoints, too, unless outlierDetection.minHealthPercent is set.',
    action:
      'Set minHealthPercent where no request may go to an endpoint that is not ready, whatever happens.',
    revert: byVariable('PILOT_AUTO_SEND_UNHEALTHY_ENDPOINTS', 'false', '1.30'),
    ...{ detectability: 'config', source: 'upgrade-notes' },
    detect: [
      look('DestinationRule', 'spec..outlierDetection.minHealthPercent', 'absent'),
      look('Service', 'spec.publishNotReadyAddresses', 'equals', true),
    ],
  },
  {
    ...{ id: '1.31-strict-gw-merge', area: 'security', kind: 'default', impact: 'high' },
    change: 'The proxy of a Gateway of the Gateway API serves Gateways of Istio in its own namespace only.',
    action: 'Put the Gateway of Istio where the proxy runs.',
    revert: byVariable('PILOT_ENABLE_STRICT_GATEWAY_MERGING', 'false', '1.30'),
    ...{ detectability: 'config', source: 'release-notes' },
    detect: [
      look('Gateway', 'spec.selector["gateway.networking.k8s.io/gateway-name"]', 'exists', undefined, {
        scope: 'gateway-elsewhere',
      }),
    ],
  },
  {
    ...{ id: '1.31-span-flag', area: 'telemetry', kind: 'removed', impact: 'medium' },
    change:
      'Gateways always make a span of their own for the call to a backend: PILOT_SPAWN_UPSTREAM_SPAN_FOR_GATEWAY is gone.',
    action: 'Drop the variable.',
    ...{ detectability: 'config', source: 'upgrade-notes' },
    detect: exists('IstiodEnv', 'PILOT_SPAWN_UPSTREAM_SPAN_FOR_GATEWAY'),
    note: 'compatibilityVersion 1.25, 1.26, 1.27 and 1.30 still set it in 1.31, where nobody reads it.',
  },
  {
    ...{ id: '1.31-we-hbone', area: 'ambient', kind: 'behaviour', impact: 'medium' },
    change:
      'WorkloadEntries of machines that register themselves are labelled for HBONE when they are made, and never later: older ones are reached in plain text.',
    action: 'Let the machine connect anew, or label its WorkloadEntry with networking.istio.io/tunnel=http.',
    ...{ detectability: 'cluster', source: 'upgrade-notes', backports: ['1.29.6', '1.30.3'] },
    detect: [
      look('WorkloadEntry', 'metadata.labels["networking.istio.io/tunnel"]', 'absent', undefined, {
        scope: 'auto-registered',
      }),
    ],
  },
  {
    ...{ id: '1.31-wds-size', area: 'scale', kind: 'breaking', impact: 'high' },
    change:
      'A ztunnel that connects again names the version of all that it knows: from about 40000 workloads on that is more than the 4 MiB that istiod accepts.',
    action: 'Set ISTIO_GPRC_MAXRECVMSGSIZE to about 1 MiB for each 10000 workloads.',
    ...{ detectability: 'cluster', match: 'all', source: 'upgrade-notes' },
    detect: [
      look('Count', 'workloads', 'atLeast', 35000),
      look('IstiodEnv', 'ISTIO_GPRC_MAXRECVMSGSIZE', 'absent'),
    ],
    note: 'The name of the variable has the letters of gRPC in that order.',
  },
  {
    ...{ id: '1.31-xds-api-auth', area: 'security', kind: 'breaking', impact: 'medium' },
    change: 'Objects are given out by xDS to control planes alone.',
    action: 'Run what reads them with an identity of the control plane.',
    revert: byVariable('ENABLE_XDS_API_GENERATOR_AUTH', 'false'),
    ...{ detectability: 'config', source: 'upgrade-notes', backports: ['1.29.7', '1.30.4'] },
    detect: [
      ...exists('MeshConfig', 'configSources[].address'),
      ...exists('IstiodEnv', 'ENABLE_XDS_API_GENERATOR_AUTH'),
    ],
  },
  {
    ...{ id: '1.31-envoyfilter-version-length', area: 'security', kind: 'behaviour', impact: 'low' },
    change: 'An EnvoyFilter is refused when its proxyVersion has more than 1024 characters.',
    action: 'Write a shorter expression.',
    ...{ detectability: 'config', source: 'release-notes', backports: ['1.29.7', '1.30.4'] },
    detect: [look('EnvoyFilter', 'spec.configPatches[].match.proxy.proxyVersion', 'lenGt', 1024)],
  },
  {
    ...{ id: '1.31-dr-vs-backendpolicy', area: 'gateway', kind: 'behaviour', impact: 'medium' },
    change:
      'What a DestinationRule says of a host beats BackendTLSPolicy and XBackendTrafficPolicy, older or not.',
    action: 'Decide for one of them.',
    ...{ detectability: 'config', source: 'release-notes' },
    detect: ['BackendTLSPolicy', 'XBackendTrafficPolicy'].map((kind) =>
      look(kind, 'spec.targetRefs', 'exists', undefined, { scope: 'ruled-host' }),
    ),
  },
  {
    ...{ id: '1.31-exportto-dot', area: 'traffic', kind: 'behaviour', impact: 'medium' },
    change:
      'Namespaces that stand beside "." in defaultServiceExportTo and defaultVirtualServiceExportTo count.',
    action: 'Read these lists: more is seen than before.',
    ...{ detectability: 'config', source: 'release-notes', backports: ['1.30.3'] },
    detect: [
      look('MeshConfig', '(defaultServiceExportTo|defaultVirtualServiceExportTo)', 'containsWithOthers', '.'),
    ],
  },
  {
    ...{ id: '1.31-dr-subset-tls', area: 'security', kind: 'behaviour', impact: 'medium' },
    change:
      'Subsets that say nothing of TLS have the mode of their DestinationRule, also when it is decided which endpoints get mutual TLS.',
    action: 'Look at how subsets are called.',
    ...{ detectability: 'config', source: 'release-notes' },
    detect: [
      look('DestinationRule', 'spec.subsets[].trafficPolicy', 'exists', undefined, {
        scope: 'subset-without-tls',
      }),
    ],
  },
  {
    ...{ id: '1.31-waypoint-retry', area: 'ambient', kind: 'behaviour', impact: 'low' },
    change: 'Waypoints repeat incoming requests by the default policy.',
    ...{ detectability: 'config', source: 'release-notes', backports: ['1.30.3'] },
    detect: [
      look(gateway, 'spec.gatewayClassName', 'equals', 'istio-waypoint'),
      ...exists('MeshConfig', 'defaultHttpRetryPolicy'),
    ],
  },
  {
    ...{ id: '1.31-tcproute-min', area: 'gateway', kind: 'breaking', impact: 'high' },
    change:
      'TCPRoutes are read as v1 and have no effect, but for a warning, while the definitions of the Gateway API are older than 1.6.',
    action: 'Upgrade the definitions to 1.6 or newer together with istiod.',
    ...{ detectability: 'config', match: 'all', source: 'code' },
    detect: [bundle('tcproutes', 'below', 'v1.6.0'), object('TCPRoute')],
  },
  {
    ...{ id: '1.31-listeners-not-valid', area: 'gateway', kind: 'behaviour', impact: 'low' },
    change:
      'A Gateway or ListenerSet without one good listener is not accepted, for the reason ListenersNotValid.',
    action: 'Change what waits for Accepted.',
    ...{ detectability: 'cluster', source: 'release-notes' },
    detect: exists(gateway, 'status.conditions'),
  },
  {
    ...{ id: '1.31-nftables', area: 'install', kind: 'behaviour', impact: 'low' },
    change: 'Distroless images have the newest nftables, which can crash that of old nodes.',
    action: 'Upgrade nftables of the nodes.',
    ...{ detectability: 'config', source: 'release-notes', backports: ['1.29.7'] },
    detect: [look('HelmValue', 'global.nativeNftables', 'equals', true)],
  },
  {
    ...{ id: '1.31-stats-interval', area: 'telemetry', kind: 'behaviour', impact: 'medium' },
    change: 'Proxies do not start when statsFlushInterval is a minute or longer, or shorter than a second.',
    action: 'Go to 1.31.1 or newer in one step.',
    ...{ detectability: 'config', source: 'release-notes', endsIn: '1.31.1' },
    detect: [
      look(
        'PodAnnotation',
        'sidecar.istio.io/statsFlushInterval',
        'matches',
        '^(\\d+m|[6-9]\\d+s|\\d{3,}s|\\d+ms|0?\\.\\d+s)',
      ),
    ],
    note: 'Of 1.30, patches from 1.30.5 on are free of it.',
  },
];
