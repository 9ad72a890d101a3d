import type { JsonObject } from '../../resources/index.ts';

/** What one source says of proxies. */
export interface StatusAnswer {
  readonly proxies: readonly ProxyStatus[];
  /** The answer with the resources of these proxies only, in the form of an xDS answer. */
  readonly dataOf: (wanted: ReadonlySet<ProxyStatus>) => JsonObject;
}

/** What a control plane has of a proxy. */
export interface ProxyStatus {
  /** As istiod calls it, `pod.namespace`. */
  readonly name: string;
  readonly cluster: string;
  /** Undefined when the source does not name the istiod. */
  readonly istiod: string | undefined;
  /** Of Istio, as the proxy says. */
  readonly version: string;
  readonly namespace: string;
  /** CDS, LDS, EDS, RDS, then the others by type URL. */
  readonly types: readonly TypeStatus[];
}

/** How far a proxy is with the resources of a type. */
export interface TypeStatus {
  readonly typeUrl: string;
  /** Such as CDS; the type URL of a type that has no short name. */
  readonly shortName: string;
  /** SYNCED, STALE, NOT SENT, IGNORED, ERROR, or what else the control plane says. */
  readonly state: string;
  /** When the state came about. */
  readonly since: Date | undefined;
  /** Why it is not synced, in words; undefined when there is nothing to explain. */
  readonly reason: string | undefined;
  /** What the proxy answered when it refused, whole. */
  readonly error: string | undefined;
}
