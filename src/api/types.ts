import type { Static } from 'typebox';
import type { AuthorizationPolicySpec } from './authorization-policy.ts';
import type { DestinationRuleSpec } from './destination-rule.ts';
import type { EnvoyFilterSpec } from './envoy-filter.ts';
import type { GatewaySpec } from './gateway.ts';
import type { PeerAuthenticationSpec } from './peer-authentication.ts';
import type { ProxyConfigSpec } from './proxy-config.ts';
import type { RequestAuthenticationSpec } from './request-authentication.ts';
import type { ServiceEntrySpec } from './service-entry.ts';
import type { SidecarSpec } from './sidecar.ts';
import type { TelemetrySpec } from './telemetry.ts';
import type { TrafficExtensionSpec } from './traffic-extension.ts';
import type { VirtualServiceSpec } from './virtual-service.ts';
import type { WasmPluginSpec } from './wasm-plugin.ts';
import type { WorkloadEntrySpec } from './workload-entry.ts';
import type { WorkloadGroupSpec } from './workload-group.ts';
import type { IstioOperatorSpec } from './istio-operator.ts';
import type { MeshConfig as MeshConfigMessage } from './mesh-config.ts';
import type { MeshNetworks as MeshNetworksMessage } from './mesh-networks.ts';
import type { MeshProxyConfig as MeshProxyConfigMessage } from './mesh-proxy-config.ts';
import type { ObjectMeta as ObjectMetaMessage } from './object-meta.ts';
import type { OperatorValues as OperatorValuesMessage } from './operator-values.ts';
import type { BackendTLSPolicySpec } from './gateway-api/backend-tls-policy.ts';
import type { GatewayClassSpec } from './gateway-api/classes.ts';
import type { GatewaySpec as KubernetesGatewaySpec } from './gateway-api/gateway.ts';
import type { GRPCRouteSpec } from './gateway-api/grpc-route.ts';
import type { HTTPRouteSpec } from './gateway-api/http-route.ts';
import type { InferenceModelRewriteSpec } from './gateway-api/inference-model-rewrite.ts';
import type { InferenceObjectiveSpec } from './gateway-api/inference-objective.ts';
import type { InferencePoolSpec } from './gateway-api/inference-pool.ts';
import type { ListenerSetSpec } from './gateway-api/listener-set.ts';
import type { ReferenceGrantSpec } from './gateway-api/reference-grant.ts';
import type { TCPRouteSpec } from './gateway-api/routes.ts';
import type { TLSRouteSpec } from './gateway-api/tls-route.ts';
import type { BackendSpec } from './gateway-api/x-backend.ts';
import type { BackendTrafficPolicySpec } from './gateway-api/x-backend-traffic-policy.ts';

/** Names and labels of an object. */
export type ObjectMeta = Static<typeof ObjectMetaMessage>;

/**
 * An object of a kind. Every field of `spec` may be absent, also those the API server asks for: what is read from files
 * is not known to be complete.
 */
export interface KubernetesObject<Kind extends string, Spec> {
  apiVersion: string;
  kind: Kind;
  metadata: ObjectMeta;
  spec?: Spec;
}

export type AuthorizationPolicy = KubernetesObject<
  'AuthorizationPolicy',
  Static<typeof AuthorizationPolicySpec>
>;
export type DestinationRule = KubernetesObject<'DestinationRule', Static<typeof DestinationRuleSpec>>;
export type EnvoyFilter = KubernetesObject<'EnvoyFilter', Static<typeof EnvoyFilterSpec>>;
export type Gateway = KubernetesObject<'Gateway', Static<typeof GatewaySpec>>;
export type PeerAuthentication = KubernetesObject<
  'PeerAuthentication',
  Static<typeof PeerAuthenticationSpec>
>;
export type ProxyConfig = KubernetesObject<'ProxyConfig', Static<typeof ProxyConfigSpec>>;
export type RequestAuthentication = KubernetesObject<
  'RequestAuthentication',
  Static<typeof RequestAuthenticationSpec>
>;
export type ServiceEntry = KubernetesObject<'ServiceEntry', Static<typeof ServiceEntrySpec>>;
export type Sidecar = KubernetesObject<'Sidecar', Static<typeof SidecarSpec>>;
export type Telemetry = KubernetesObject<'Telemetry', Static<typeof TelemetrySpec>>;
export type TrafficExtension = KubernetesObject<'TrafficExtension', Static<typeof TrafficExtensionSpec>>;
export type VirtualService = KubernetesObject<'VirtualService', Static<typeof VirtualServiceSpec>>;
export type WasmPlugin = KubernetesObject<'WasmPlugin', Static<typeof WasmPluginSpec>>;
export type WorkloadEntry = KubernetesObject<'WorkloadEntry', Static<typeof WorkloadEntrySpec>>;
export type WorkloadGroup = KubernetesObject<'WorkloadGroup', Static<typeof WorkloadGroupSpec>>;
export type BackendTLSPolicy = KubernetesObject<'BackendTLSPolicy', Static<typeof BackendTLSPolicySpec>>;
export type GatewayClass = KubernetesObject<'GatewayClass', Static<typeof GatewayClassSpec>>;
export type KubernetesGateway = KubernetesObject<'Gateway', Static<typeof KubernetesGatewaySpec>>;
export type GRPCRoute = KubernetesObject<'GRPCRoute', Static<typeof GRPCRouteSpec>>;
export type HTTPRoute = KubernetesObject<'HTTPRoute', Static<typeof HTTPRouteSpec>>;
export type InferenceModelRewrite = KubernetesObject<
  'InferenceModelRewrite',
  Static<typeof InferenceModelRewriteSpec>
>;
export type InferenceObjective = KubernetesObject<
  'InferenceObjective',
  Static<typeof InferenceObjectiveSpec>
>;
export type InferencePool = KubernetesObject<'InferencePool', Static<typeof InferencePoolSpec>>;
export type ListenerSet = KubernetesObject<'ListenerSet', Static<typeof ListenerSetSpec>>;
export type ReferenceGrant = KubernetesObject<'ReferenceGrant', Static<typeof ReferenceGrantSpec>>;
export type TCPRoute = KubernetesObject<'TCPRoute', Static<typeof TCPRouteSpec>>;
export type TLSRoute = KubernetesObject<'TLSRoute', Static<typeof TLSRouteSpec>>;
export type UDPRoute = KubernetesObject<'UDPRoute', Static<typeof TCPRouteSpec>>;
export type XBackendTrafficPolicy = KubernetesObject<
  'XBackendTrafficPolicy',
  Static<typeof BackendTrafficPolicySpec>
>;
export type XBackend = KubernetesObject<'XBackend', Static<typeof BackendSpec>>;
export type XMesh = KubernetesObject<'XMesh', Static<typeof GatewayClassSpec>>;

export type IstioOperator = KubernetesObject<'IstioOperator', Static<typeof IstioOperatorSpec>>;

/** `spec.values` of an IstioOperator: the values of the charts. */
export type OperatorValues = Static<typeof OperatorValuesMessage>;

/** The settings of a mesh: the `mesh` key of the ConfigMap `istio`, and `spec.meshConfig` of an IstioOperator. */
export type MeshConfig = Static<typeof MeshConfigMessage>;

/** The networks of a mesh: the `meshNetworks` key of the ConfigMap `istio`. */
export type MeshNetworks = Static<typeof MeshNetworksMessage>;

/** The settings of a proxy: `defaultConfig` of the mesh config, and the annotation `proxy.istio.io/config`. */
export type MeshProxyConfig = Static<typeof MeshProxyConfigMessage>;
