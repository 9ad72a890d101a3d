/** An object of the configuration. */
export interface ObjectRef {
  readonly apiVersion: string;
  readonly kind: string;
  /** Empty for kinds without one. */
  readonly namespace: string;
  readonly name: string;
}

/** Something that its reader should know of: `warning` that it does not work as written, `advice` what would be better. */
export interface Note {
  readonly level: 'warning' | 'advice' | 'info';
  readonly message: string;
}

/** Where the configuration and a proxy do not say the same. */
export interface Difference {
  /** What it is about: a cluster, a host, a port of a proxy. */
  readonly subject: string;
  readonly configuration: string;
  readonly proxy: string;
}

/** What a resource of a proxy was made from, by the metadata that istiod leaves in it. */
export interface Origin {
  /** As its dump is called. */
  readonly proxy: string;
  readonly resource: 'cluster' | 'route';
  readonly name: string;
  /** `DestinationRule shop/reviews`; `another API` for what the metadata names no Istio object for. */
  readonly from: string;
}

/** A Pod, the Pods of a template, or a VM. */
export interface PodDescription {
  /** The Pod, or the object whose Pods are described. */
  readonly workload: ObjectRef;
  readonly labels: Readonly<Record<string, string>>;
  readonly serviceAccount?: string;
  readonly mesh: Membership;
  /** Absent where only a live Pod could tell. */
  readonly ready?: boolean;
  readonly containers: readonly ContainerView[];
  readonly mutualTls: MutualTlsView;
  readonly authorization: readonly PolicyView[];
  readonly requestAuthentication: readonly TokenPolicyView[];
  readonly services: readonly ServiceView[];
  readonly differences: readonly Difference[];
  readonly notes: readonly Note[];
}

/** How a workload takes part in the mesh. */
export interface Membership {
  /** `unknown`: the Namespace decides, and the configuration does not hold it. */
  readonly mode: 'sidecar' | 'ambient' | 'gateway' | 'waypoint' | 'outside' | 'unknown';
  /** The revision of the control plane it follows; absent where nothing names one. */
  readonly revision?: string;
  /** Tag of the image of its proxy. */
  readonly proxyVersion?: string;
  /** The waypoint that its requests pass, `namespace/name`. */
  readonly waypoint?: string;
}

/** A container of a described workload. */
export interface ContainerView {
  readonly name: string;
  readonly init: boolean;
  readonly image: string;
  readonly ports: readonly { readonly number: number; readonly name: string; readonly protocol: string }[];
  /** Absent where only a live Pod could tell. */
  readonly ready?: boolean;
}

/** What decides: an object for the workload, its namespace, the mesh, or nobody. */
export type Level = 'workload' | 'namespace' | 'mesh' | 'default';

/** What a workload asks of its clients. */
export interface MutualTlsView {
  readonly mode: string;
  readonly level: Level;
  /** The PeerAuthentication that decides; absent for the default. */
  readonly policy?: ObjectRef;
  /** Ports of the workload with a mode of their own, by number. */
  readonly ports: Readonly<Record<string, string>>;
  readonly portPolicy?: ObjectRef;
}

/** An AuthorizationPolicy that counts for a workload. */
export interface PolicyView {
  readonly policy: ObjectRef;
  readonly action: string;
  readonly rules: number;
  /** Only tried out: it is logged and decides nothing. */
  readonly dryRun: boolean;
  /** Why it counts: its selector, its namespace, the root namespace, or the object it targets. */
  readonly level: Exclude<Level, 'default'> | 'target';
  /** Which proxy enforces it: `sidecar`, `gateway`, `ztunnel`, `waypoint shop/waypoint`, or `nobody`. */
  readonly enforcedBy: string;
}

/** A RequestAuthentication that counts for a workload. */
export interface TokenPolicyView {
  readonly policy: ObjectRef;
  readonly issuers: readonly string[];
  readonly level: PolicyView['level'];
  readonly enforcedBy: string;
}

/** A Service, and the workloads behind it. */
export interface ServiceDescription extends ServiceView {
  readonly workloads: readonly ServiceWorkload[];
}

/** A workload behind a Service. */
export interface ServiceWorkload {
  readonly workload: ObjectRef;
  readonly mesh: Membership;
  readonly ready?: boolean;
  readonly mutualTls: MutualTlsView;
  readonly authorization: readonly PolicyView[];
}

/** What the configuration says of a Service. */
export interface ServiceView {
  readonly service: ObjectRef;
  readonly host: string;
  readonly type: string;
  /** The waypoint that its requests pass, `namespace/name`. */
  readonly waypoint?: string;
  readonly ports: readonly ServicePortView[];
  readonly destinationRules: readonly DestinationRuleView[];
  readonly virtualServices: readonly VirtualServiceView[];
  readonly routes: readonly RouteView[];
  readonly exposure: readonly Exposure[];
  readonly origins: readonly Origin[];
  readonly differences: readonly Difference[];
  readonly notes: readonly Note[];
}

/** A port of a described service. */
export interface ServicePortView {
  readonly port: number;
  readonly name: string;
  /** What Istio takes it for, such as `http`; `auto` where it finds out from the bytes. */
  readonly protocol: string;
  /** What says so. */
  readonly decidedBy: 'protocol' | 'appProtocol' | 'name' | 'number' | 'nothing';
  /** Number or name of the port of the workload. */
  readonly targetPort: string;
}

/** A DestinationRule that counts for a described service. */
export interface DestinationRuleView {
  readonly rule: ObjectRef;
  /** As written. */
  readonly host: string;
  /** Whom it is for: `all clients`, `clients in shop`, ... */
  readonly clients: string;
  /** What it sets, in short: `TLS ISTIO_MUTUAL`, `connection pool`. */
  readonly settings: readonly string[];
  readonly subsets: readonly SubsetView[];
}

/** A subset of a DestinationRule. */
export interface SubsetView {
  readonly name: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly settings: readonly string[];
  /** How many of the described workloads it selects. */
  readonly selected: number;
}

/** A VirtualService that counts for a described service. */
export interface VirtualServiceView {
  readonly service: ObjectRef;
  /** `mesh` for sidecars, else `namespace/name`. */
  readonly gateways: readonly string[];
  readonly routes: readonly VirtualRouteView[];
  readonly notes: readonly Note[];
}

/** A route of a VirtualService that leads to the Service. */
export interface VirtualRouteView {
  readonly protocol: 'http' | 'tls' | 'tcp';
  /** Its name, or `#2` for the second. */
  readonly name: string;
  /** What it asks for, in short: `uri prefix /api; method exact GET`. */
  readonly match: string;
  readonly destinations: readonly DestinationView[];
}

/** Where a route leads. */
export interface DestinationView {
  /** As written. */
  readonly host: string;
  readonly subset?: string;
  readonly port?: number;
  readonly weight?: number;
  readonly mirror: boolean;
  /** Whether it leads to the described workloads. */
  readonly reaches: boolean;
}

/** A route of Gateway API that leads to the Service, or is for its clients. */
export interface RouteView {
  readonly route: ObjectRef;
  readonly hostnames: readonly string[];
  readonly parents: readonly { readonly parent: string; readonly state: string }[];
  readonly backends: readonly { readonly port: number; readonly weight: number; readonly mirror: boolean }[];
}

/** A way from outside to the Service. */
export interface Exposure {
  readonly gateway: ObjectRef;
  /** The VirtualService or route that leads to the Service. */
  readonly via: ObjectRef;
  readonly hosts: readonly string[];
  readonly port: number;
  readonly protocol: string;
  /** Mode of TLS, or `redirect to HTTPS`; empty without. */
  readonly tls: string;
  /** Where the gateway is reached, as far as the configuration tells. */
  readonly addresses: readonly string[];
  /** The Services in front of the gateway, `namespace/name`. */
  readonly services: readonly string[];
  /** The Pods of the gateway, `namespace/name`; of a template the object that has it. */
  readonly workloads: readonly string[];
  /** Whether the dump of a gateway has a route for it; absent without a dump. */
  readonly inProxy?: boolean;
}
