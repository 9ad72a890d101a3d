import type * as api from '../api/index.ts';
import type { JsonObject } from '../json.ts';
import type { Loose } from '../validate/index.ts';
import type { KubernetesSpecs } from './kubernetes-shapes.ts';

type SpecOf<K extends { spec?: unknown }> = Loose<NonNullable<K['spec']>>;

/** The kinds that rules can ask a mesh for, by the name they ask by, with what they get as `spec`. */
export interface KindSpecs extends KubernetesSpecs {
  readonly AuthorizationPolicy: SpecOf<api.AuthorizationPolicy>;
  readonly DestinationRule: SpecOf<api.DestinationRule>;
  readonly EnvoyFilter: SpecOf<api.EnvoyFilter>;
  /** Of Istio; that of Gateway API is `KubernetesGateway`. */
  readonly Gateway: SpecOf<api.Gateway>;
  readonly PeerAuthentication: SpecOf<api.PeerAuthentication>;
  readonly ProxyConfig: SpecOf<api.ProxyConfig>;
  readonly RequestAuthentication: SpecOf<api.RequestAuthentication>;
  readonly ServiceEntry: SpecOf<api.ServiceEntry>;
  readonly Sidecar: SpecOf<api.Sidecar>;
  readonly Telemetry: SpecOf<api.Telemetry>;
  readonly TrafficExtension: SpecOf<api.TrafficExtension>;
  readonly VirtualService: SpecOf<api.VirtualService>;
  readonly WasmPlugin: SpecOf<api.WasmPlugin>;
  readonly WorkloadEntry: SpecOf<api.WorkloadEntry>;
  readonly WorkloadGroup: SpecOf<api.WorkloadGroup>;
  /** Every mesh has one of each, see `Mesh.meshConfig`. */
  readonly MeshConfig: Loose<api.MeshConfig>;
  readonly MeshNetworks: Loose<api.MeshNetworks>;
  readonly IstioOperator: SpecOf<api.IstioOperator>;
  readonly BackendTLSPolicy: SpecOf<api.BackendTLSPolicy>;
  readonly GatewayClass: SpecOf<api.GatewayClass>;
  readonly KubernetesGateway: SpecOf<api.KubernetesGateway>;
  readonly GRPCRoute: SpecOf<api.GRPCRoute>;
  readonly HTTPRoute: SpecOf<api.HTTPRoute>;
  readonly ListenerSet: SpecOf<api.ListenerSet>;
  readonly ReferenceGrant: SpecOf<api.ReferenceGrant>;
  readonly TCPRoute: SpecOf<api.TCPRoute>;
  readonly TLSRoute: SpecOf<api.TLSRoute>;
  readonly UDPRoute: SpecOf<api.UDPRoute>;
  readonly XBackend: SpecOf<api.XBackend>;
  readonly XBackendTrafficPolicy: SpecOf<api.XBackendTrafficPolicy>;
  readonly XMesh: SpecOf<api.XMesh>;
  readonly InferencePool: SpecOf<api.InferencePool>;
  /** Whatever else the input holds, as it is written. */
  readonly Other: JsonObject;
}

/** A kind that rules can ask for. */
export type KindName = keyof KindSpecs;

const istio = {
  networking: [
    'DestinationRule',
    'EnvoyFilter',
    'Gateway',
    'ProxyConfig',
    'ServiceEntry',
    'Sidecar',
    'VirtualService',
    'WorkloadEntry',
    'WorkloadGroup',
  ],
  security: ['AuthorizationPolicy', 'PeerAuthentication', 'RequestAuthentication'],
  telemetry: ['Telemetry'],
  extensions: ['TrafficExtension', 'WasmPlugin'],
} satisfies Record<string, KindName[]>;

/** API group to the names of its kinds. */
const groups: Readonly<Record<string, readonly KindName[]>> = {
  '': ['Service', 'Namespace', 'Node', 'Pod', 'ServiceAccount', 'Secret', 'ConfigMap'],
  apps: ['Deployment', 'StatefulSet', 'DaemonSet', 'ReplicaSet'],
  batch: ['Job', 'CronJob'],
  'argoproj.io': ['Rollout'],
  'admissionregistration.k8s.io': ['MutatingWebhookConfiguration', 'ValidatingWebhookConfiguration'],
  'apiextensions.k8s.io': ['CustomResourceDefinition'],
  'install.istio.io': ['IstioOperator'],
  ...Object.fromEntries(Object.entries(istio).map(([group, kinds]) => [`${group}.istio.io`, kinds])),
  'gateway.networking.k8s.io': [
    'BackendTLSPolicy',
    'GatewayClass',
    'KubernetesGateway',
    'GRPCRoute',
    'HTTPRoute',
    'ListenerSet',
    'ReferenceGrant',
    'TCPRoute',
    'TLSRoute',
    'UDPRoute',
  ],
  'gateway.networking.x-k8s.io': ['XBackend', 'XBackendTrafficPolicy', 'XMesh'],
  'inference.networking.k8s.io': ['InferencePool'],
  'multicluster.x-k8s.io': ['ServiceImport'],
};

interface GroupKind {
  readonly group: string;
  readonly kind: string;
}

/** The group and kind behind each name. */
export const groupKinds: ReadonlyMap<KindName, GroupKind> = new Map(
  Object.entries(groups).flatMap(([group, names]) =>
    names.map((name) => [name, { group, kind: name === 'KubernetesGateway' ? 'Gateway' : name }]),
  ),
);

const names = new Map(Array.from(groupKinds, ([name, { group, kind }]) => [`${group}/${kind}`, name]));

/** The name by which rules ask for a kind; `Other` for kinds without one. */
export const kindName = (group: string, kind: string): KindName => names.get(`${group}/${kind}`) ?? 'Other';

const clusterScoped: ReadonlySet<KindName> = new Set<KindName>([
  'Namespace',
  'Node',
  'GatewayClass',
  'XMesh',
  'MutatingWebhookConfiguration',
  'ValidatingWebhookConfiguration',
  'CustomResourceDefinition',
]);

/** Whether objects of the kind have no namespace. */
export const isClusterScoped = (name: KindName): boolean => clusterScoped.has(name);
