import type { ChangeRecord } from '../upgrade-change.ts';
import { byVariable, exists, look, object } from './looking-for.ts';

export const changesTo127: readonly ChangeRecord[] = [
  {
    ...{ id: '1.27-native-sidecars', area: 'injection', kind: 'default', impact: 'high' },
    change:
      'New Pods have istio-proxy as an init container that goes on running, as soon as the kubelets of all nodes are 1.33 or newer.',
    action:
      'Try other webhooks and your own settings of istio-proxy; what is set in containers belongs into initContainers.',
    revert: byVariable('ENABLE_NATIVE_SIDECARS', 'false', '1.26', 'sidecar.istio.io/nativeSidecar=false'),
    ...{ detectability: 'config', match: 'all-required-plus-any', source: 'upgrade-notes' },
    detect: [
      look('KubernetesVersion', 'kubelet', 'atLeast', '1.33', { required: true }),
      look('MutatingWebhookConfiguration', 'webhooks[]', 'touches', 'pods', { scope: 'foreign-injector' }),
      look('PodTemplate', 'spec.containers[].name', 'equals', 'istio-proxy', { scope: 'injected-template' }),
      look('Job', 'spec.template', 'mentions', 'quitquitquit'),
      look('CronJob', 'spec.jobTemplate', 'mentions', 'quitquitquit'),
    ],
    note: 'It may come long after the upgrade of Istio, with that of Kubernetes; one older node keeps it away.',
  },
  {
    ...{ id: '1.27-lightstep', area: 'telemetry', kind: 'removed', impact: 'high' },
    change: 'Traces cannot be sent to Lightstep.',
    action: 'Send them to a provider for opentelemetry.',
    ...{ detectability: 'config', source: 'upgrade-notes' },
    detect: exists('MeshConfig', 'extensionProviders[].lightstep', 'defaultConfig.tracing.lightstep'),
  },
  {
    ...{ id: '1.27-cacerts-incomplete', area: 'security', kind: 'behaviour', impact: 'high' },
    change:
      'istiod does not start when the Secret cacerts lacks a key; before, it made a certificate authority of its own.',
    action: 'Complete the Secret, or delete it, before the upgrade.',
    ...{ detectability: 'cluster', source: 'release-notes' },
    detect: [
      look(
        'Secret',
        'data',
        'missingAny',
        [
          ['ca-cert.pem', 'ca-key.pem', 'root-cert.pem', 'cert-chain.pem'],
          ['tls.crt', 'tls.key', 'ca.crt'],
        ],
        { name: 'cacerts' },
      ),
    ],
  },
  {
    ...{ id: '1.27-cluster-aliases', area: 'install', kind: 'behaviour', impact: 'low' },
    change: 'istiod takes one alias for each cluster from --clusterAliases.',
    action: 'Keep one alias for each cluster.',
    ...{ detectability: 'config', source: 'release-notes' },
    detect: [look('Deployment', 'spec..args[]', 'matches', '--clusterAliases', { name: 'istiod*' })],
  },
  {
    ...{ id: '1.27-compat-flags-gone', area: 'install', kind: 'removed', impact: 'medium' },
    change: 'Four variables of compatibilityVersion 1.23 are gone, and what they switched off is always on.',
    action: 'Drop them.',
    ...{ detectability: 'config', source: 'env-diff' },
    detect: [
      ...exists(
        'ProxyMetadata',
        'BYPASS_OVERLOAD_MANAGER_FOR_STATIC_LISTENERS',
        'ENABLE_DEFERRED_STATS_CREATION',
      ),
      ...exists('IstiodEnv', 'ENABLE_INBOUND_RETRY_POLICY', 'EXCLUDE_UNSAFE_503_FROM_DEFAULT_RETRY'),
      look('HelmValue', 'compatibilityVersion', 'equals', '1.23'),
    ],
  },
  {
    ...{ id: '1.27-prefer-close', area: 'traffic', kind: 'behaviour', impact: 'low' },
    change: 'trafficDistribution PreferClose looks at region and zone, and no longer at the subzone.',
    ...{ detectability: 'config', source: 'release-notes' },
    detect: [
      look('Service', 'spec.trafficDistribution', 'equals', 'PreferClose'),
      look(
        'Service',
        'metadata.annotations["networking.istio.io/traffic-distribution"]',
        'equals',
        'PreferClose',
      ),
    ],
  },
  {
    ...{ id: '1.27-status-qps', area: 'install', kind: 'removed', impact: 'low' },
    change: 'The variables that limit how often istiod writes status are gone.',
    action: 'Drop them.',
    ...{ detectability: 'config', source: 'env-diff' },
    detect: exists('IstiodEnv', 'PILOT_STATUS_BURST', 'PILOT_STATUS_QPS', 'PILOT_STATUS_UPDATE_INTERVAL'),
  },
  {
    ...{ id: '1.27-gw-copy-labels', area: 'gateway', kind: 'added', impact: 'low' },
    change: 'It can be switched off that what is made for a Gateway has its labels and annotations.',
    revert: byVariable('PILOT_ENABLE_GATEWAY_API_COPY_LABELS_ANNOTATIONS', 'false'),
    ...{ detectability: 'none', source: 'release-notes' },
  },
  {
    ...{ id: '1.27-grafana', area: 'telemetry', kind: 'behaviour', impact: 'low' },
    change: 'The dashboards that come with Istio keep their identifiers from one release to the next.',
    action: 'Install the dashboards anew.',
    ...{ detectability: 'cluster', source: 'upgrade-notes' },
    detect: [object('ConfigMap', 'istio*grafana-dashboards')],
  },
];
