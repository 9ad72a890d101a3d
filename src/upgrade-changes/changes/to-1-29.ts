import type { ChangeRecord } from '../upgrade-change.ts';
import { ambient, bundle, byValue, byVariable, exists, look, object } from './looking-for.ts';

export const changesTo129: readonly ChangeRecord[] = [
  {
    ...{ id: '1.29-debug-auth', area: 'security', kind: 'breaking', impact: 'high' },
    change:
      'The debug endpoints on port 15014 tell callers from outside of the namespace of Istio only config_dump, ndsz and edsz of their own namespace.',
    action:
      'Run such tools in the namespace of Istio, or name theirs in DEBUG_ENDPOINT_AUTH_ALLOWED_NAMESPACES (from 1.27.8, 1.28.6, 1.29.1 and 1.30.0 on).',
    revert: byVariable('ENABLE_DEBUG_ENDPOINT_AUTH', 'false'),
    ...{ detectability: 'cluster', source: 'upgrade-notes', backports: ['1.27.6', '1.28.4'] },
    detect: [
      look('PodTemplate', 'spec.containers[].image', 'matches', '(^|/)(kiali(-\\w+)?|istio-debug)([:@]|$)', {
        scope: 'outside-istio-namespace',
      }),
      ...exists('IstiodEnv', 'ENABLE_DEBUG_ENDPOINT_AUTH'),
    ],
    note: 'No compatibilityVersion brings the old behaviour back.',
  },
  {
    ...{ id: '1.29-stats-compression', area: 'telemetry', kind: 'default', impact: 'low' },
    change:
      'Envoy compresses its metrics for callers that accept it, and the annotation sidecar.istio.io/statsCompression has no effect.',
    action: 'Use statsCompression of the ProxyConfig.',
    revert: { kind: 'meshConfig', key: 'defaultConfig.statsCompression', value: false },
    ...{ detectability: 'config', source: 'upgrade-notes' },
    detect: exists('PodAnnotation', 'sidecar.istio.io/statsCompression'),
  },
  {
    ...{ id: '1.29-cb-remaining', area: 'telemetry', kind: 'default', impact: 'medium' },
    change: 'There are no metrics of what is left until a circuit breaker opens (remaining_*).',
    action: 'Change rules and dashboards that use them.',
    revert: byVariable('DISABLE_TRACK_REMAINING_CB_METRICS', 'false', '1.28'),
    ...{ detectability: 'config', source: 'upgrade-notes' },
    detect: [look('PrometheusRule', 'spec..expr', 'mentions', 'circuit_breakers.*remaining')],
    note: 'The help of the variable has it the wrong way round: true, the default, means no metrics.',
  },
  {
    ...{ id: '1.29-base-rbac', area: 'install', kind: 'removed', impact: 'high' },
    change:
      'The base chart has no roles of istiod and no ServiceAccount istiod-service-account: the chart istiod has had its own for long.',
    action:
      'Bind what is outside, such as roles of a cloud or of Vault, to the ServiceAccount istiod or istiod-<revision>.',
    ...{ detectability: 'cluster', source: 'upgrade-notes' },
    detect: [
      look('ClusterRoleBinding', 'subjects[].name', 'equals', 'istiod-service-account'),
      look('ClusterRole', 'metadata.name', 'matches', '^istiod-(?!clusterrole|gateway-controller)'),
      object('ServiceAccount', 'istiod-service-account'),
    ],
  },
  {
    ...{ id: '1.29-ambient-reconcile', area: 'ambient', kind: 'default', impact: 'medium' },
    change: 'When the node agent starts it writes the traffic rules of ambient Pods that run already anew.',
    action: 'Expect connections to be disturbed for a moment while it is upgraded.',
    revert: byValue('cni.ambient.reconcileIptablesOnStartup', false, '1.28'),
    ...{ detectability: 'config', source: 'upgrade-notes', detect: ambient },
  },
  {
    ...{ id: '1.29-dry-run-ambient', area: 'ambient', kind: 'breaking', impact: 'high' },
    change:
      'With AMBIENT_ENABLE_DRY_RUN_AUTHORIZATION_POLICY=true ztunnels of older versions carry out policies that were meant as a trial.',
    action: 'Set the variable when all ztunnels are upgraded, not before.',
    ...{ detectability: 'config', match: 'all', source: 'upgrade-notes' },
    detect: [
      look('IstiodEnv', 'AMBIENT_ENABLE_DRY_RUN_AUTHORIZATION_POLICY', 'equals', 'true'),
      look('AuthorizationPolicy', 'metadata.annotations["istio.io/dry-run"]', 'equals', 'true'),
    ],
  },
  {
    ...{ id: '1.29-gomemlimit', area: 'install', kind: 'default', impact: 'low' },
    change: 'istiod finds its memory limit by itself and sets GOMEMLIMIT to nine tenths of it.',
    action: 'Set AUTOMEMLIMIT for another share.',
    ...{ detectability: 'config', source: 'release-notes' },
    detect: exists('IstiodEnv', 'GOMEMLIMIT'),
  },
  {
    ...{ id: '1.29-cni-grace', area: 'install', kind: 'default', impact: 'low' },
    change: 'The node agent has 30 seconds to end, and not 5.',
    revert: byValue('cni.terminationGracePeriodSeconds', 5),
    ...{ detectability: 'none', source: 'release-notes' },
  },
  {
    ...{ id: '1.29-multi-net-ingress', area: 'ambient', kind: 'added', impact: 'low' },
    change: 'Ingress gateways can reach ambient backends in other networks, when they are told to.',
    action: 'Set AMBIENT_ENABLE_MULTI_NETWORK_INGRESS=true where it is wanted.',
    ...{ detectability: 'config', source: 'code' },
    detect: exists('IstiodEnv', 'AMBIENT_ENABLE_MULTI_NETWORK_INGRESS'),
    note: 'The release notes say that it is on; in the code it is off, up to 1.31.',
  },
  {
    ...{ id: '1.29-tlsroute-max', area: 'gateway', kind: 'behaviour', impact: 'high' },
    change: 'TLSRoutes have no effect when the definitions of the Gateway API are newer than 1.4.',
    action: 'Stay with the definitions of 1.4 for as long as istiod is 1.29; then upgrade both in one go.',
    ...{ detectability: 'config', match: 'all', source: 'code', firstIn: '1.29.2', endsIn: '1.30.0' },
    detect: [bundle('tlsroutes', 'above', 'v1.4.x'), object('TLSRoute')],
  },
  {
    ...{ id: '1.29-resource-filter', area: 'install', kind: 'added', impact: 'low' },
    change:
      'istiod can be told to leave kinds aside, with PILOT_IGNORE_RESOURCES and PILOT_INCLUDE_RESOURCES.',
    action: 'Know what is left aside: objects of such kinds have no effect.',
    ...{ detectability: 'config', source: 'release-notes' },
    detect: exists('IstiodEnv', 'PILOT_IGNORE_RESOURCES'),
  },
];
