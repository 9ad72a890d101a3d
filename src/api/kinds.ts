import type { KindDefinition } from './schema/kind.ts';

/** A kind meshctl knows: its name, and its definition when somebody asks for it. */
export interface KindEntry {
  readonly group: string;
  readonly kind: string;
  readonly load: () => Promise<KindDefinition>;
}

const istio = (group: string, kind: string, load: KindEntry['load']): KindEntry => ({
  group: `${group}.istio.io`,
  kind,
  load,
});

const entry = (group: string, kind: string, load: KindEntry['load']): KindEntry => ({ group, kind, load });

/** Every kind with a custom resource definition. Definitions are loaded one by one: they are large. */
export const kinds: readonly KindEntry[] = [
  istio(
    'extensions',
    'TrafficExtension',
    async () => (await import('./traffic-extension.ts')).TrafficExtension,
  ),
  istio('extensions', 'WasmPlugin', async () => (await import('./wasm-plugin.ts')).WasmPlugin),
  istio('networking', 'DestinationRule', async () => (await import('./destination-rule.ts')).DestinationRule),
  istio('networking', 'EnvoyFilter', async () => (await import('./envoy-filter.ts')).EnvoyFilter),
  istio('networking', 'Gateway', async () => (await import('./gateway.ts')).Gateway),
  istio('networking', 'ProxyConfig', async () => (await import('./proxy-config.ts')).ProxyConfig),
  istio('networking', 'ServiceEntry', async () => (await import('./service-entry.ts')).ServiceEntry),
  istio('networking', 'Sidecar', async () => (await import('./sidecar.ts')).Sidecar),
  istio('networking', 'VirtualService', async () => (await import('./virtual-service.ts')).VirtualService),
  istio('networking', 'WorkloadEntry', async () => (await import('./workload-entry.ts')).WorkloadEntry),
  istio('networking', 'WorkloadGroup', async () => (await import('./workload-group.ts')).WorkloadGroup),
  istio(
    'security',
    'AuthorizationPolicy',
    async () => (await import('./authorization-policy.ts')).AuthorizationPolicy,
  ),
  istio(
    'security',
    'PeerAuthentication',
    async () => (await import('./peer-authentication.ts')).PeerAuthentication,
  ),
  istio(
    'security',
    'RequestAuthentication',
    async () => (await import('./request-authentication.ts')).RequestAuthentication,
  ),
  istio('telemetry', 'Telemetry', async () => (await import('./telemetry.ts')).Telemetry),
  entry(
    'gateway.networking.k8s.io',
    'BackendTLSPolicy',
    async () => (await import('./gateway-api/backend-tls-policy.ts')).BackendTLSPolicy,
  ),
  entry(
    'gateway.networking.k8s.io',
    'GatewayClass',
    async () => (await import('./gateway-api/gateway-class.ts')).GatewayClass,
  ),
  entry(
    'gateway.networking.k8s.io',
    'Gateway',
    async () => (await import('./gateway-api/gateway.ts')).Gateway,
  ),
  entry(
    'gateway.networking.k8s.io',
    'GRPCRoute',
    async () => (await import('./gateway-api/grpc-route.ts')).GRPCRoute,
  ),
  entry(
    'gateway.networking.k8s.io',
    'HTTPRoute',
    async () => (await import('./gateway-api/http-route.ts')).HTTPRoute,
  ),
  entry(
    'gateway.networking.k8s.io',
    'ListenerSet',
    async () => (await import('./gateway-api/listener-set.ts')).ListenerSet,
  ),
  entry(
    'gateway.networking.k8s.io',
    'ReferenceGrant',
    async () => (await import('./gateway-api/reference-grant.ts')).ReferenceGrant,
  ),
  entry(
    'gateway.networking.k8s.io',
    'TCPRoute',
    async () => (await import('./gateway-api/tcp-route.ts')).TCPRoute,
  ),
  entry(
    'gateway.networking.k8s.io',
    'TLSRoute',
    async () => (await import('./gateway-api/tls-route.ts')).TLSRoute,
  ),
  entry(
    'gateway.networking.k8s.io',
    'UDPRoute',
    async () => (await import('./gateway-api/udp-route.ts')).UDPRoute,
  ),
  entry(
    'gateway.networking.x-k8s.io',
    'XBackend',
    async () => (await import('./gateway-api/x-backend.ts')).XBackend,
  ),
  entry(
    'gateway.networking.x-k8s.io',
    'XBackendTrafficPolicy',
    async () => (await import('./gateway-api/x-backend-traffic-policy.ts')).XBackendTrafficPolicy,
  ),
  entry('gateway.networking.x-k8s.io', 'XMesh', async () => (await import('./gateway-api/x-mesh.ts')).XMesh),
  entry(
    'inference.networking.x-k8s.io',
    'InferenceModelRewrite',
    async () => (await import('./gateway-api/inference-model-rewrite.ts')).InferenceModelRewrite,
  ),
  entry(
    'inference.networking.x-k8s.io',
    'InferenceObjective',
    async () => (await import('./gateway-api/inference-objective.ts')).InferenceObjective,
  ),
  entry(
    'inference.networking.x-k8s.io',
    'InferencePoolImport',
    async () => (await import('./gateway-api/inference-pool-import.ts')).InferencePoolImport,
  ),
  entry(
    'inference.networking.k8s.io',
    'InferencePool',
    async () => (await import('./gateway-api/inference-pool.ts')).InferencePool,
  ),
];

const byName = new Map(kinds.map((entry) => [`${entry.group}/${entry.kind}`, entry]));

/** The entry of a kind in an API group; undefined for kinds meshctl does not know. */
export const findKind = (group: string, kind: string): KindEntry | undefined =>
  byName.get(`${group}/${kind}`);

/** `networking.istio.io/v1` in its parts; the group of `v1` is empty. */
export function splitApiVersion(apiVersion: string): { readonly group: string; readonly version: string } {
  const slash = apiVersion.indexOf('/');
  return { group: apiVersion.slice(0, Math.max(slash, 0)), version: apiVersion.slice(slash + 1) };
}
