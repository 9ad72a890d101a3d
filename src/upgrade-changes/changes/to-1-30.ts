import type { ChangeRecord } from '../upgrade-change.ts';
import { bundle, byValue, byVariable, closingHub, exists, look, object } from './looking-for.ts';

const source = 'spec.rules[].from[].source';

export const changesTo130: readonly ChangeRecord[] = [
  {
    ...{ id: '1.30-k8s-min', area: 'install', kind: 'breaking', impact: 'high' },
    change: 'It does not install on Kubernetes before 1.32.',
    action: 'Upgrade Kubernetes first.',
    ...{ detectability: 'cluster', source: 'release-notes' },
    detect: [look('KubernetesVersion', 'minor', 'below', '1.32')],
  },
  {
    ...{ id: '1.30-registry', area: 'install', kind: 'default', impact: 'high' },
    change:
      'Images come from registry.istio.io/release unless a hub is set: in this minor version only, and only until December 2026.',
    action: 'Set the hub to docker.io/istio, or to a mirror of your own.',
    revert: byValue('global.hub', 'docker.io/istio'),
    ...{ detectability: 'config', source: 'release-notes', endsIn: '1.31.0' },
    detect: [
      look('HelmValue', 'global.hub', 'absent'),
      look('Pod', 'spec.(containers|initContainers)[].image', 'matches', `${closingHub}/`),
    ],
  },
  {
    ...{ id: '1.30-debug-xds-auth', area: 'security', kind: 'breaking', impact: 'medium' },
    change: 'Debug data is given on the plain port 15010 to nobody who does not say who he is.',
    action: 'Ask on the secure port, with credentials.',
    revert: byVariable('ENABLE_DEBUG_ENDPOINT_AUTH', 'false'),
    ...{ detectability: 'none', source: 'upgrade-notes', backports: ['1.27.8', '1.28.5', '1.29.1'] },
    detect: [look('Script', 'text', 'mentions', '--plaintext|:15010')],
  },
  {
    ...{ id: '1.30-service-namespace', area: 'traffic', kind: 'behaviour', impact: 'high' },
    change:
      'A host that several namespaces have is the Service of Kubernetes, or else the oldest ServiceEntry, and not that of the first namespace by alphabet.',
    action: 'Leave each host to one object, or export fewer of them.',
    revert: byVariable('PILOT_SIDECAR_PICK_BEST_SERVICE_NAMESPACE', 'false', '1.29'),
    ...{ detectability: 'config', source: 'upgrade-notes' },
    detect: [look('ServiceEntry', 'spec.hosts[]', 'duplicate', undefined, { scope: 'other-namespace' })],
  },
  {
    ...{ id: '1.30-cni-exclude', area: 'ambient', kind: 'behaviour', impact: 'medium' },
    change:
      'Pods of namespaces in excludeNamespaces of the node agent do not take part in ambient, and those that do are taken out.',
    action: 'Strike from the list what has to stay ambient.',
    ...{ detectability: 'config', match: 'all', source: 'upgrade-notes' },
    detect: [
      ...exists('HelmValue', 'cni.excludeNamespaces'),
      look('NamespaceLabel', 'istio.io/dataplane-mode', 'equals', 'ambient'),
    ],
  },
  {
    ...{ id: '1.30-cni-perms', area: 'install', kind: 'default', impact: 'low' },
    change: 'Only the owner can read the network configuration that the node agent writes (mode 0600).',
    action: 'See to tools that read it.',
    revert: byValue('cni.env.CNI_CONF_GROUP_READ', 'true'),
    ...{ detectability: 'config', source: 'upgrade-notes' },
    detect: [object('DaemonSet', 'istio-cni-node')],
  },
  {
    ...{ id: '1.30-untaint', area: 'install', kind: 'behaviour', impact: 'low' },
    change: 'taint.enabled alone makes istiod remove taints of nodes.',
    action: 'Drop PILOT_ENABLE_NODE_UNTAINT_CONTROLLERS.',
    ...{ detectability: 'config', source: 'upgrade-notes' },
    detect: [
      ...exists('IstiodEnv', 'PILOT_ENABLE_NODE_UNTAINT_CONTROLLERS'),
      look('HelmValue', 'pilot.taint.enabled', 'equals', true),
    ],
  },
  {
    ...{ id: '1.30-tlsroute-min', area: 'gateway', kind: 'breaking', impact: 'high' },
    change:
      'TLSRoutes have no effect, and nothing says so, while the definitions of the Gateway API are older than 1.5.',
    action:
      'Upgrade the definitions to 1.5 or newer together with istiod; in between TLS is not passed through.',
    ...{ detectability: 'config', match: 'all', source: 'code' },
    detect: [bundle('tlsroutes', 'below', 'v1.5.0'), object('TLSRoute')],
    note: 'The log of istiod tells it from 1.30.2 on, the analysis from 1.30.1 on (IST0176).',
  },
  {
    ...{ id: '1.30-xlistenerset', area: 'gateway', kind: 'removed', impact: 'medium' },
    change: 'XListenerSets have no effect: ListenerSet v1 took their place.',
    action: 'Write them as ListenerSet of gateway.networking.k8s.io/v1.',
    ...{ detectability: 'config', source: 'code' },
    detect: [object('XListenerSet')],
  },
  {
    ...{ id: '1.30-retry-budget', area: 'traffic', kind: 'behaviour', impact: 'medium' },
    change: 'A retryBudget that names no percent is one of 20%; before, a mistake made it 0.2%.',
    action: 'Name the percent.',
    ...{ detectability: 'config', source: 'release-notes', backports: ['1.29.2'] },
    detect: [look('DestinationRule', 'spec..retryBudget.percent', 'absent')],
  },
  {
    ...{ id: '1.30-authz-regex', area: 'security', kind: 'behaviour', impact: 'medium' },
    change:
      'Principals that begin with * and namespaces of policies are taken literally; some were read as regular expressions by mistake.',
    action: 'Write plain values.',
    ...{ detectability: 'config', source: 'release-notes', backports: ['1.28.7', '1.29.3'] },
    detect: [
      look('AuthorizationPolicy', `${source}.principals[]`, 'matches', '^\\*.*[.\\[\\]()+?{}|^$\\\\]'),
      look('AuthorizationPolicy', `${source}.namespaces[]`, 'matches', '[.\\[\\]()+?{}|^$\\\\]'),
    ],
  },
  {
    ...{ id: '1.30-push-metadata', area: 'scale', kind: 'behaviour', impact: 'medium' },
    change: 'Each change of the metadata of a VirtualService makes istiod send configuration to all proxies.',
    action: 'Go to 1.30.3 or newer in one step.',
    ...{ detectability: 'config', source: 'release-notes', endsIn: '1.30.3' },
    detect: [
      look(
        'VirtualService',
        'metadata.(annotations|labels)',
        'mentions',
        'argocd\\.argoproj\\.io|toolkit\\.fluxcd\\.io|app\\.kubernetes\\.io/managed-by|kapp\\.k14s\\.io',
      ),
    ],
  },
  {
    ...{ id: '1.30-ring-hash', area: 'traffic', kind: 'breaking', impact: 'high' },
    change: 'With consistentHash no request goes to endpoints that came later.',
    action: 'Go to 1.30.1 or newer in one step.',
    ...{ detectability: 'config', source: 'release-notes', endsIn: '1.30.1' },
    detect: exists('DestinationRule', 'spec..loadBalancer.consistentHash'),
  },
  {
    ...{ id: '1.30-trafficextension', area: 'extensibility', kind: 'added', impact: 'low' },
    change: 'The kind for extensions is TrafficExtension now; WasmPlugin goes on working.',
    action: 'Think of moving.',
    ...{ detectability: 'config', source: 'release-notes' },
    detect: [object('WasmPlugin')],
  },
  {
    ...{ id: '1.30-helm4', area: 'install', kind: 'behaviour', impact: 'low' },
    change: 'What is rendered for an upgrade has no failurePolicy for the validating webhook.',
    action:
      'Set base.validationFailurePolicy=Fail where charts are rendered first and applied on the server then.',
    ...{ detectability: 'none', source: 'release-notes' },
    detect: [look('HelmVersion', 'major', 'atLeast', 4)],
  },
];
