/** A setting that older installers took below `values` and that is gone. */
export interface Superseded {
  /** Where it was, below `values`; `*` is any one key. */
  readonly from: string;
  /** Where its value goes now, below `spec`; absent where it cannot be carried over as it is. */
  readonly to?: string;
  /** What to do, as an order. */
  readonly instead: string;
}

const moved = (from: string, to: string): Superseded => ({ from, to, instead: `use \`${to}\`` });
const gone = (from: string, instead: string): Superseded => ({ from, instead });

const addOn = 'install it by itself, it is no part of Istio any more';
const policyEngine = 'drop it, the component is gone';

/** Settings of older releases that the values no longer have. */
export const supersededValues: readonly Superseded[] = [
  moved('global.outboundTrafficPolicy', 'meshConfig.outboundTrafficPolicy'),
  moved('global.localityLbSetting', 'meshConfig.localityLbSetting'),
  moved('global.enableTracing', 'meshConfig.enableTracing'),
  moved('global.trustDomain', 'meshConfig.trustDomain'),
  moved('global.trustDomainAliases', 'meshConfig.trustDomainAliases'),
  moved('global.proxy.accessLogFile', 'meshConfig.accessLogFile'),
  moved('global.proxy.accessLogFormat', 'meshConfig.accessLogFormat'),
  moved('global.proxy.accessLogEncoding', 'meshConfig.accessLogEncoding'),
  moved('global.proxy.concurrency', 'meshConfig.defaultConfig.concurrency'),
  moved('global.proxy.protocolDetectionTimeout', 'meshConfig.protocolDetectionTimeout'),
  moved('global.proxy.envoyAccessLogService', 'meshConfig.defaultConfig.envoyAccessLogService'),
  moved('global.proxy.envoyMetricsService', 'meshConfig.defaultConfig.envoyMetricsService'),
  moved('global.mtls.auto', 'meshConfig.enableAutoMtls'),
  gone('global.mtls.enabled', 'apply a PeerAuthentication with `mtls.mode: STRICT`'),
  gone('global.mtls', 'use `meshConfig.enableAutoMtls`, and a PeerAuthentication for strict mutual TLS'),
  gone('global.certificates', 'drop it: use a CA of your own that signs such certificates'),
  gone('global.policyCheckFailOpen', policyEngine),
  gone('global.disablePolicyChecks', policyEngine),
  gone('global.controlPlaneSecurityEnabled', 'drop it: the control plane always uses TLS'),
  gone('global.meshExpansion', 'expose istiod by an east-west gateway'),
  gone('global.sds.enabled', 'drop it: certificates always come that way'),
  gone('global.k8sIngress', 'use the Ingress or Gateway API resources themselves'),
  gone('gateways.*.sds', 'drop it: certificates always come that way'),
  gone(
    'gateways.*.meshExpansionPorts',
    'use `k8s.service.ports` of the gateway in `components.ingressGateways`',
  ),
  gone('telemetry.v2.*.configOverride', 'use a Telemetry resource'),
  gone('telemetry.v2.*.wasmEnabled', 'drop it: the filters are part of Envoy'),
  gone('telemetry.v2.metadataExchange', 'drop it: it is always on'),
  gone('telemetry.v1', policyEngine),
  ...['prometheus', 'grafana', 'kiali', 'tracing', 'servicegraph', 'prometheusOperator'].map((name) =>
    gone(name, addOn),
  ),
  ...['mixer', 'policy', 'security', 'galley', 'nodeagent', 'citadel', 'certmanager', 'istiocoredns'].map(
    (name) => gone(name, policyEngine),
  ),
];

/** What became of a setting below `values` that no longer exists; undefined for one that never did. */
export function supersededAt(path: readonly (string | number)[]): Superseded | undefined {
  return supersededValues.find(({ from }) => {
    const steps = from.split('.');
    return steps.length === path.length && steps.every((step, i) => step === '*' || step === path[i]);
  });
}

/** Components of older releases that the spec no longer has, with what to do. */
export const removedComponents: ReadonlyMap<string, string> = new Map(
  ['policy', 'telemetry', 'citadel', 'galley', 'nodeAgent', 'sidecarInjector', 'proxy', 'certManager'].map(
    (name) => [name, 'drop it: istiod does its work'],
  ),
);
