import type { ChangeRecord } from '../upgrade-change.ts';
import { byValue, byVariable, exists, look } from './looking-for.ts';

export const changesTo126: readonly ChangeRecord[] = [
  {
    ...{ id: '1.26-ztunnel-names-back', area: 'install', kind: 'breaking', impact: 'high' },
    change:
      'The objects of the chart ztunnel are called ztunnel again, whatever the release of Helm is called.',
    action: 'Set resourceName to the name that the objects have now.',
    revert: byValue('resourceName', '<release name>'),
    ...{ detectability: 'cluster', source: 'upgrade-notes' },
    detect: [look('DaemonSet', 'metadata.name', 'notEquals', 'ztunnel', { scope: 'ztunnel' })],
  },
  {
    ...{ id: '1.26-cni-hostnetwork', area: 'ambient', kind: 'behaviour', impact: 'low' },
    change: 'The node agent istio-cni has a network of its own and not that of its node.',
    action: 'Look at the network policies that meet it.',
    revert: byValue('ambient.shareHostNetworkNamespace', true, '1.25'),
    ...{ detectability: 'config', source: 'release-notes' },
    detect: [look('DaemonSet', 'spec.template.spec.hostNetwork', 'equals', true, { name: 'istio-cni-node' })],
  },
  {
    ...{ id: '1.26-auto-sni-flag', area: 'traffic', kind: 'removed', impact: 'medium' },
    change: 'SNI is always set when a DestinationRule does not say it: ENABLE_AUTO_SNI is gone.',
    action: 'Drop the variable, and write tls.sni where the host would be wrong.',
    ...{ detectability: 'config', source: 'release-notes' },
    detect: [
      ...exists('IstiodEnv', 'ENABLE_AUTO_SNI'),
      look('HelmValue', 'compatibilityVersion', 'equals', '1.20'),
    ],
  },
  {
    ...{ id: '1.26-socket-event', area: 'traffic', kind: 'default', impact: 'low' },
    change: 'A gateway accepts one connection each time that it looks at a listener.',
    revert: byVariable('MAX_CONNECTIONS_PER_SOCKET_EVENT_LOOP', '0'),
    ...{ detectability: 'none', source: 'release-notes' },
    note: 'From 1.28 on it holds for sidecars that bind ports, too.',
  },
  {
    ...{ id: '1.26-cni-rolling', area: 'install', kind: 'removed', impact: 'low' },
    change: 'cni.rollingMaxUnavailable has no effect.',
    action: 'Write cni.updateStrategy.rollingUpdate.maxUnavailable.',
    ...{ detectability: 'config', source: 'values-diff' },
    detect: exists('HelmValue', 'cni.rollingMaxUnavailable'),
  },
  {
    ...{ id: '1.26-tracing-deprecated', area: 'telemetry', kind: 'deprecated', impact: 'medium' },
    change: 'This is the last minor version that sends traces to Lightstep.',
    action: 'Plan the move to a provider for opentelemetry.',
    ...{ detectability: 'config', source: 'upgrade-notes', endsIn: '1.27.0' },
    detect: exists('MeshConfig', 'extensionProviders[].lightstep', 'defaultConfig.tracing.lightstep'),
  },
  {
    ...{ id: '1.26-stats-compression-annotation', area: 'telemetry', kind: 'added', impact: 'low' },
    change: 'There is an annotation sidecar.istio.io/statsCompression, which 1.29 takes away again.',
    action: 'From 1.29 on use statsCompression of the ProxyConfig.',
    ...{ detectability: 'config', source: 'annotation-diff', endsIn: '1.29.0' },
    detect: exists('PodAnnotation', 'sidecar.istio.io/statsCompression'),
  },
];
