import type { ChangeRecord } from '../upgrade-change.ts';
import { byVariable, exists, look, object } from './looking-for.ts';

const gateway = 'Gateway.gateway.networking.k8s.io';

export const changesTo128: readonly ChangeRecord[] = [
  {
    ...{ id: '1.28-backendtls-v1', area: 'gateway', kind: 'breaking', impact: 'high' },
    change:
      'BackendTLSPolicy is always in force and is read as v1, from definitions of the Gateway API 1.4 or newer.',
    action:
      'Bring the definitions to 1.4, write the policies as v1, and look at those that had no effect so far.',
    ...{ detectability: 'config', source: 'upgrade-notes' },
    detect: [object('BackendTLSPolicy')],
  },
  {
    ...{ id: '1.28-inferencepool-v1', area: 'gateway', kind: 'breaking', impact: 'medium' },
    change: 'InferencePool is read as inference.networking.k8s.io/v1 alone.',
    action: 'Write the pools as v1, with endpointPickerRef.port.number.',
    ...{ detectability: 'config', source: 'upgrade-notes' },
    detect: [
      look('InferencePool', 'apiVersion', 'matches', 'x-k8s\\.io|alpha|rc'),
      look('IstiodEnv', 'ENABLE_GATEWAY_API_INFERENCE_EXTENSION', 'equals', 'true'),
    ],
  },
  {
    ...{ id: '1.28-shadow-suffix', area: 'traffic', kind: 'default', impact: 'medium' },
    change: 'A mirrored request has the host of the original: nothing is appended to it.',
    action: 'Find out whether a receiver goes by -shadow at the end of the host.',
    revert: byVariable('DISABLE_SHADOW_HOST_SUFFIX', 'false', '1.27'),
    ...{ detectability: 'config', source: 'release-notes' },
    detect: [
      ...exists('VirtualService', 'spec.http[].(mirror|mirrors)'),
      ...exists('HTTPRoute', 'spec.rules[].filters[].requestMirror'),
    ],
  },
  {
    ...{ id: '1.28-gateway-spans', area: 'telemetry', kind: 'default', impact: 'medium' },
    change: 'The trace of a request has one more span for each gateway: that of its call to the backend.',
    action: 'Expect more to be stored.',
    revert: byVariable('PILOT_SPAWN_UPSTREAM_SPAN_FOR_GATEWAY', 'false', '1.27'),
    ...{ detectability: 'config', source: 'release-notes', note: 'The variable exists up to 1.30.' },
    detect: [...exists('Telemetry', 'spec.tracing'), look('MeshConfig', 'enableTracing', 'equals', true)],
  },
  {
    ...{ id: '1.28-se-none-ambient', area: 'ambient', kind: 'behaviour', impact: 'medium' },
    change:
      'In ambient namespaces a ServiceEntry with resolution NONE lets traffic pass to any address; older ztunnels refuse it.',
    action: 'Let ztunnel follow istiod soon.',
    ...{ detectability: 'config', source: 'upgrade-notes' },
    detect: [look('ServiceEntry', 'spec.resolution', 'in', ['NONE', null], { scope: 'ambient-namespace' })],
  },
  {
    ...{ id: '1.28-metric-rotation', area: 'telemetry', kind: 'removed', impact: 'medium' },
    change: 'METRIC_ROTATION_INTERVAL and METRIC_GRACEFUL_DELETION_INTERVAL have no effect.',
    action: 'Annotate with sidecar.istio.io/statsEvictionInterval.',
    ...{ detectability: 'config', source: 'upgrade-notes' },
    detect: exists('IstiodEnv', 'METRIC_ROTATION_INTERVAL', 'METRIC_GRACEFUL_DELETION_INTERVAL'),
  },
  {
    ...{ id: '1.28-gw-secret-sa', area: 'security', kind: 'behaviour', impact: 'medium' },
    change:
      'A gateway of the Gateway API gets a TLS Secret when its ServiceAccount is the expected one, or a ReferenceGrant allows it.',
    action: 'Write a ReferenceGrant, or run the gateway as the expected ServiceAccount.',
    ...{ detectability: 'config', source: 'release-notes', backports: ['1.26.5', '1.27.2'] },
    detect: [
      look(gateway, 'spec.listeners[].tls.certificateRefs', 'exists', undefined, {
        scope: 'unmanaged-gateway',
      }),
    ],
  },
  {
    ...{ id: '1.28-default-revision-cli', area: 'cli', kind: 'behaviour', impact: 'low' },
    change: 'Commands of istioctl that are given no revision take the one that the tag default points to.',
    action: 'Name revisions in scripts.',
    ...{ detectability: 'cluster', source: 'release-notes' },
    detect: [object('MutatingWebhookConfiguration', 'istio-revision-tag-default')],
  },
  {
    ...{ id: '1.28-waypoint-grace', area: 'ambient', kind: 'default', impact: 'low' },
    change: 'A waypoint has 30 seconds to end, and not 2.',
    ...{ detectability: 'config', source: 'release-notes' },
    detect: [look(gateway, 'spec.gatewayClassName', 'equals', 'istio-waypoint')],
  },
  {
    ...{ id: '1.28-se-portnames-ambient', area: 'ambient', kind: 'behaviour', impact: 'low' },
    change:
      'ztunnel goes by the names of ports: from a ServiceEntry to a Pod, and by the port map of a WorkloadEntry.',
    action: 'Look at how ports are called.',
    ...{ detectability: 'config', source: 'release-notes' },
    detect: [...exists('WorkloadEntry', 'spec.ports'), ...exists('ServiceEntry', 'spec.workloadSelector')],
  },
  {
    ...{ id: '1.28-remote-endpointslice', area: 'install', kind: 'behaviour', impact: 'low' },
    change: 'The profile remote makes an EndpointSlice for istiod where it made Endpoints.',
    action: 'Let roles and GitOps tools deal with EndpointSlices.',
    ...{ detectability: 'config', source: 'release-notes' },
    detect: [
      look('HelmValue', 'profile', 'equals', 'remote'),
      ...exists('HelmValue', 'global.remotePilotAddress'),
    ],
  },
];
