import type { ResourceRef } from '../finding.ts';
import type { Json, JsonObject } from '../json.ts';
import type { Range, Resource } from '../resources/index.ts';

/**
 * How the values at a path are judged.
 *
 * - `exists`, `absent`: there is a value, or none where one could be. After the last `[]`, `..` or `.*` of a path, each
 *   place it leads to is judged alone: `spec.http[].retries` is absent in each route without it.
 * - `equals`, `notEquals`, `in`: compared as text unless they are lists or objects; `null` in a list stands for unset.
 * - `matches`, `mentions`: a regular expression on a scalar, or anywhere in the JSON of a value, keys included. For a
 *   path that ends in `.*`, `matches` sees `key=value`.
 * - `lenGt`: a text that is longer. `atLeast`, `above`, `below`: order of versions or numbers; `v1.4.x` is any of 1.4.
 * - `imageVersionAtMost`: the tag of an image, compared as far as the value has parts.
 * - `duplicate`: several objects have the same host; those of Services count when ServiceEntries are judged.
 * - `unresolved`: a reference to an object that is missing. `outsideNamespace`: a host of another namespace, or of none.
 * - `containsOrAbsent`: the value is in a list, or there is no list. `containsWithOthers`: it is there, and not alone.
 * - `effectiveNotEquals`: the mutual TLS mode of some workload, after all PeerAuthentications, is another.
 * - `missingAny`: an object lacks a key of each of the lists of keys.
 * - `touches`: a webhook is called for the resource (plural). `invalid`: a text is no configuration of an injector.
 * - `grantedTo`: who may do something; objects alone do not say.
 */
export type Predicate =
  | 'exists'
  | 'absent'
  | 'equals'
  | 'notEquals'
  | 'in'
  | 'matches'
  | 'mentions'
  | 'lenGt'
  | 'atLeast'
  | 'above'
  | 'below'
  | 'imageVersionAtMost'
  | 'duplicate'
  | 'unresolved'
  | 'outsideNamespace'
  | 'containsOrAbsent'
  | 'containsWithOthers'
  | 'effectiveNotEquals'
  | 'missingAny'
  | 'touches'
  | 'invalid'
  | 'grantedTo';

/**
 * Which of the objects or values count.
 *
 * - `gateway-service`: Services that select a gateway. `exposed-service`: of type LoadBalancer or NodePort.
 * - `gateway-policy`: policies that select a gateway. `authenticated-workload`: those for which a RequestAuthentication
 *   is in force, too.
 * - `external-host`: DestinationRules of a host that a ServiceEntry puts outside of the mesh.
 * - `other-export-to`, `other-namespace`: duplicates that differ in `exportTo`, or in their namespace.
 * - `ambient-namespace`: objects of ambient namespaces. `ambient-gateway`: workloads of gateways there.
 * - `addressable-entry`: ServiceEntries whose resolution is not NONE.
 * - `foreign-injector`: webhooks that are not of Istio. `outside-istio-namespace`: objects elsewhere.
 * - `injected-template`: templates with an application beside the proxy. `ztunnel`: DaemonSets of ztunnel.
 * - `unmanaged-gateway`: Gateways with a Deployment or a ServiceAccount that somebody else made.
 * - `gateway-elsewhere`: Gateways of Istio that select the proxy of a Gateway of the Gateway API in another namespace.
 * - `auto-registered`: WorkloadEntries that istiod made for machines.
 * - `ruled-host`: policies for a Service that a DestinationRule is for, too.
 * - `subset-without-tls`: subsets without TLS settings in a DestinationRule that has some.
 */
export type DetectScope =
  | 'gateway-service'
  | 'exposed-service'
  | 'gateway-policy'
  | 'authenticated-workload'
  | 'external-host'
  | 'other-export-to'
  | 'other-namespace'
  | 'ambient-namespace'
  | 'ambient-gateway'
  | 'addressable-entry'
  | 'foreign-injector'
  | 'outside-istio-namespace'
  | 'injected-template'
  | 'ztunnel'
  | 'unmanaged-gateway'
  | 'gateway-elsewhere'
  | 'auto-registered'
  | 'ruled-host'
  | 'subset-without-tls';

/** What an unset value means to `notEquals` and its like. Versions are minor ones, of the component that is judged. */
export type AbsentMeans = 'affected' | `affected before ${string}` | `affected from ${string}`;

/**
 * One thing to look for.
 *
 * `kind` is a kind of Kubernetes (`Gateway` is that of Istio, `Gateway.gateway.networking.k8s.io` that of the Gateway
 * API), `*` for all, or one of these, with what stands for `path`:
 *
 * - `IstiodEnv` (or `PilotEnv`), `ProxyMetadata`: the name of a variable of istiod, or of proxies
 * - `MeshConfig`, `ProxyConfig`: a path in the mesh configuration, or in the configuration of proxies
 * - `HelmValue`: a path in the values of the installation
 * - `PodAnnotation`, `NamespaceLabel`: a key of Pods and their templates, or of namespaces
 * - `PodTemplate`: a path in a template of Pods, or in a Pod that comes from none of the templates
 * - `CRD`: a path in a CustomResourceDefinition
 * - `KubernetesVersion`: `minor` of the API server, or `kubelet` of the oldest node
 * - `IstioVersion`: `line` of the component that is judged
 * - `ProxyStatus`: `istioVersion` of proxies that are connected
 * - `Script`, `Count`, `HelmRelease`, `HelmVersion`: told by no object
 *
 * Paths: dots for fields (`["a.b/c"]` for names with dots), `[]` any item, `..` any depth, `(a|b)` either, `{field=value}`
 * only objects with that field (`{field=value or absent}` also those without), `.*` any key. A path of one name, such as
 * `istio-cni-node`, is none: give `name` and the path `metadata.name`.
 */
export interface Detection {
  readonly kind: string;
  /** Only objects of that name; `*` stands for any text. `namespace/name` to ask for both. */
  readonly name?: string;
  readonly path: string;
  readonly predicate: Predicate;
  readonly value?: Json;
  readonly absentMeans?: AbsentMeans;
  /** Must hold, for `all-required-plus-any`. */
  readonly required?: boolean;
  readonly scope?: DetectScope;
}

/** What is looked for, and how many of it must be found. */
export interface DetectQuery {
  /** Default: any. */
  readonly match?: 'any' | 'all' | 'all-required-plus-any';
  readonly entries: readonly Detection[];
}

/** What is known of a mesh. What is left out is not known. */
export interface DetectInput {
  readonly resources: readonly Resource[];
  /** Whether all objects of a kind (`Service`, `Gateway.gateway.networking.k8s.io`) were given; `*` asks for all kinds. */
  readonly complete: (kind: string) => boolean;
  /** The spec of the IstioOperator that is, or would be, installed; values of Helm are its `values`. */
  readonly operatorSpec?: JsonObject;
  /** Of the component that is judged, such as `1.30.2`. */
  readonly istioVersion?: string;
  /** Of the API server, such as `v1.33.1`. */
  readonly kubernetesVersion?: string;
  /** Versions of the proxies that are connected, by name. */
  readonly proxyVersions?: Readonly<Record<string, string>>;
  /** Default: `istio-system`. */
  readonly istioNamespace?: string;
}

/** Where something was found. */
export interface Evidence {
  /** For what is no object, such as a version, only its kind and name. */
  readonly resource: ResourceRef;
  /** Empty for what comes from no document. */
  readonly file: string;
  /** In the form of `formatPath`. */
  readonly path: string;
  /** Only of files. */
  readonly range?: Range;
  /** The value that was found; absent where its absence is what was found. */
  readonly value?: Json;
}

/** What came of looking. */
export type DetectVerdict =
  | { readonly state: 'yes'; readonly evidence: readonly Evidence[] }
  | { readonly state: 'no' }
  /** `missing` names what would have to be known: kinds, or a few words; `evidence` is what speaks for yes so far. */
  | { readonly state: 'unseen'; readonly missing: readonly string[]; readonly evidence: readonly Evidence[] };
