import type { ChangeRecord } from '../upgrade-change.ts';
import { ambient, byValue, byVariable, exists, look } from './looking-for.ts';

export const changesTo125: readonly ChangeRecord[] = [
  {
    ...{ id: '1.25-ip-autoallocate', area: 'traffic', kind: 'default', impact: 'medium' },
    change:
      'istiod gives ServiceEntries without addresses some of its own and writes them to status.addresses; they are other ones than each proxy made up before.',
    action: 'Be ready for other virtual addresses, and drop ISTIO_META_DNS_AUTO_ALLOCATE.',
    revert: byVariable('PILOT_ENABLE_IP_AUTOALLOCATE', 'false', '1.24'),
    ...{ detectability: 'config', source: 'release-notes' },
    detect: [
      look('ServiceEntry', 'spec.addresses', 'absent', undefined, { scope: 'addressable-entry' }),
      ...exists('ProxyMetadata', 'ISTIO_META_DNS_AUTO_ALLOCATE'),
    ],
    note: 'The label networking.istio.io/enable-autoallocate-ip=false exempts one object.',
  },
  {
    ...{ id: '1.25-internal-address', area: 'security', kind: 'breaking', impact: 'high' },
    change:
      'Proxies call no address internal unless they are told to: gateways drop x-envoy headers of callers with private addresses.',
    action:
      'Where such headers matter, set ENABLE_HCM_INTERNAL_NETWORKS=true and say in meshNetworks what is internal.',
    revert: {
      ...{ kind: 'runtimeValue', value: 'false' },
      key: 'envoy.reloadable_features.explicit_internal_address_config',
    },
    ...{ detectability: 'config', source: 'upgrade-notes' },
    detect: [
      look('Service', 'spec.type', 'in', ['LoadBalancer', 'NodePort'], { scope: 'gateway-service' }),
      look('EnvoyFilter', 'spec.configPatches[].patch.value', 'mentions', 'x-envoy-|use_remote_address'),
    ],
    note: 'The old behaviour is open to CVE-2024-45806.',
  },
  {
    ...{ id: '1.25-dns-exclusions', area: 'traffic', kind: 'behaviour', impact: 'medium' },
    change:
      'Annotations that exclude ports or address ranges exclude DNS, too; in fact 1.23 and 1.24 did so already.',
    action: 'Make sure that what is excluded does not take DNS past the proxy where it should answer.',
    ...{ detectability: 'config', source: 'upgrade-notes' },
    detect: [
      look(
        'PodAnnotation',
        'traffic.sidecar.istio.io/(excludeOutboundIPRanges|excludeOutboundPorts)',
        'matches',
        '(^|,)53(,|$)|/',
      ),
    ],
  },
  {
    ...{ id: '1.25-ambient-dns', area: 'ambient', kind: 'default', impact: 'medium' },
    change: 'Ambient Pods that start anew have their DNS captured.',
    action: 'Restart the others when it suits; ambient.istio.io/dns-capture=false exempts a Pod.',
    revert: byValue('cni.ambient.dnsCapture', false, '1.24'),
    ...{ detectability: 'config', source: 'upgrade-notes', detect: ambient },
  },
  {
    ...{ id: '1.25-opencensus', area: 'telemetry', kind: 'removed', impact: 'high' },
    change: 'Traces cannot be sent to OpenCensus agents.',
    action: 'Send them to a provider for opentelemetry.',
    ...{ detectability: 'config', source: 'upgrade-notes' },
    detect: exists('MeshConfig', 'extensionProviders[].opencensus', 'defaultConfig.tracing.openCensusAgent'),
  },
  {
    ...{ id: '1.25-ztunnel-names', area: 'install', kind: 'breaking', impact: 'high' },
    change: 'The chart ztunnel names its objects after the release of Helm; 1.26 takes it back.',
    action: 'Set resourceName=ztunnel.',
    revert: byValue('resourceName', 'ztunnel'),
    ...{ detectability: 'cluster', source: 'upgrade-notes', endsIn: '1.26.0' },
    detect: [look('HelmRelease', 'name', 'notEquals', 'ztunnel')],
  },
  {
    ...{ id: '1.25-kubevirt-annotation', area: 'injection', kind: 'deprecated', impact: 'low' },
    change:
      'istio.io/reroute-virtual-interfaces is to replace the annotation traffic.sidecar.istio.io/kubevirtInterfaces, and beats it from 1.28 on.',
    action: 'Write the new annotation.',
    ...{ detectability: 'config', source: 'release-notes' },
    detect: exists('PodAnnotation', 'traffic.sidecar.istio.io/kubevirtInterfaces'),
  },
  {
    ...{ id: '1.25-wasm-fail-close', area: 'extensibility', kind: 'behaviour', impact: 'medium' },
    change:
      'While the image of a WasmPlugin that fails closed cannot be fetched, every request is refused; before, all passed.',
    action: 'See to it that images can be fetched, or decide for FAIL_OPEN.',
    ...{ detectability: 'config', source: 'release-notes' },
    detect: [look('WasmPlugin', 'spec.failStrategy', 'notEquals', 'FAIL_OPEN', { absentMeans: 'affected' })],
  },
  {
    ...{ id: '1.25-unhealthy-terminating', area: 'traffic', kind: 'behaviour', impact: 'low' },
    change: 'Endpoints that are about to end are not among the unhealthy ones that proxies are told of.',
    ...{ detectability: 'config', source: 'release-notes' },
    detect: [look('IstiodEnv', 'PILOT_SEND_UNHEALTHY_ENDPOINTS', 'equals', 'true')],
  },
  {
    ...{ id: '1.25-gateway-dataplane-label', area: 'ambient', kind: 'default', impact: 'low' },
    change:
      'Gateways that are installed by charts stay out of ambient: they get istio.io/dataplane-mode=none.',
    action: 'Set that label to an empty text for a gateway that has to be ambient.',
    ...{ detectability: 'config', source: 'release-notes' },
    detect: [
      look('Deployment', 'spec.template.metadata.labels["istio.io/dataplane-mode"]', 'absent', undefined, {
        scope: 'ambient-gateway',
      }),
    ],
  },
  {
    ...{ id: '1.25-injection-errors', area: 'injection', kind: 'behaviour', impact: 'low' },
    change: 'With a broken configuration of the injector Pods are refused; before, it was only logged.',
    action: 'Mend your injection templates first.',
    ...{ detectability: 'cluster', source: 'release-notes' },
    detect: [look('ConfigMap', 'data.config', 'invalid', undefined, { name: 'istio-sidecar-injector*' })],
  },
  {
    ...{ id: '1.25-flags-gone', area: 'install', kind: 'removed', impact: 'low' },
    change:
      'Gone are proxy-status --xds-via-agents and analyze --recursive of istioctl, and the variables PROXY_XDS_DEBUG_VIA_AGENT and PROXY_XDS_DEBUG_VIA_AGENT_PORT.',
    action: 'Do without them.',
    ...{ detectability: 'config', source: 'release-notes' },
    detect: exists('ProxyMetadata', 'PROXY_XDS_DEBUG_VIA_AGENT', 'PROXY_XDS_DEBUG_VIA_AGENT_PORT'),
  },
];
