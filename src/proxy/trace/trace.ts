import type { Json } from '../../resources/index.ts';

/** A request, or the bytes of a connection, as it arrives at the proxy. */
export interface TraceRequest {
  /** Which way it comes: from the workload, to the workload, or from outside to a gateway. */
  readonly from: 'outbound' | 'inbound' | 'gateway';
  /** Where it was sent to. Without `address` the listener is looked up by port and by `host`. */
  readonly destination: { readonly address: string | undefined; readonly port: number };
  /** The host that was asked for, without port; empty when there was only an address. */
  readonly host: string;
  /** Whether its bytes are TLS when they arrive. */
  readonly tls: boolean;
  /** Server name of the TLS greeting; empty without one. */
  readonly sni: string;
  /** Protocols that the TLS greeting offers (ALPN). */
  readonly alpn: readonly string[];
  /** The HTTP request; undefined for bytes of another protocol. */
  readonly http: HttpRequest | undefined;
  readonly sourceIp: string | undefined;
  readonly sourcePort: number | undefined;
  /** Identity in the client's certificate, `spiffe://cluster.local/ns/shop/sa/web`; undefined without one. */
  readonly sourcePrincipal: string | undefined;
}

/** A request as a proxy sees it. */
export interface HttpRequest {
  readonly method: string;
  readonly scheme: 'http' | 'https';
  /** Host, with its port when it was written. */
  readonly authority: string;
  /** With the query. */
  readonly path: string;
  /** In the order of the request; names in lower case. */
  readonly headers: readonly (readonly [name: string, value: string])[];
  /** The version of HTTP without encryption: 2 begins with a preface of its own. */
  readonly version: '1.1' | '2';
}

/** A part of the proxy that the request comes to. */
export type Stage =
  | 'listener'
  | 'listener filter'
  | 'filter chain'
  | 'network filter'
  | 'request'
  | 'virtual host'
  | 'route'
  | 'http filter'
  | 'action'
  | 'cluster'
  | 'endpoint';

/** What a part of the proxy makes of the request, and why. */
export interface TraceStep {
  readonly stage: Stage;
  /** The part: the name of a listener, filter, route, cluster. */
  readonly name: string;
  readonly reason: string;
  /** The field that decides. */
  readonly field?: DecidingField | undefined;
  /** What was tried before, in order. */
  readonly rejected?: readonly RejectedChoice[];
}

/** The field of a dump that decided a step. */
export interface DecidingField {
  /** In the dump: `routes[9080].virtual_hosts[2].routes[1].match.prefix`. */
  readonly path: string;
  readonly value: Json;
}

/** What could have been chosen in a step, and why it was not. */
export interface RejectedChoice {
  readonly name: string;
  readonly reason: string;
  readonly path: string;
}

/** A cluster that may get the request. */
export interface Target {
  readonly cluster: string;
  /** Its part of the traffic, in percent; 100 when it gets all. */
  readonly percent: number;
  /** Endpoints that Envoy may choose, `address:port`; undefined when the dump does not list them. */
  readonly endpoints: readonly string[] | undefined;
}

/** What becomes of the request. */
export type Verdict =
  | { readonly kind: 'reaches'; readonly targets: readonly Target[] }
  /** Goes on to the address it was sent to. */
  | { readonly kind: 'passthrough'; readonly cluster: string; readonly address: string }
  | { readonly kind: 'denied'; readonly filter: string; readonly policy: string; readonly rule: string }
  | { readonly kind: 'no-route'; readonly status: number }
  | { readonly kind: 'redirect'; readonly status: number; readonly location: string }
  | { readonly kind: 'direct-response'; readonly status: number }
  | { readonly kind: 'no-endpoint'; readonly cluster: string }
  /** Envoy has no such cluster. */
  | { readonly kind: 'no-cluster'; readonly cluster: string }
  | { readonly kind: 'black-hole'; readonly cluster: string }
  /** The connection is closed, or never accepted. */
  | { readonly kind: 'closed'; readonly why: string }
  /** It depends on what cannot be told from the dump. */
  | {
      readonly kind: 'unknown';
      readonly because: readonly string[];
      readonly possibilities: readonly Verdict[];
    };

/** The way of a request through a proxy. */
export interface Trace {
  readonly request: TraceRequest;
  readonly steps: readonly TraceStep[];
  readonly verdict: Verdict;
  /** What the verdict takes for granted: filters whose decision is not in the dump, sections that are missing. */
  readonly assumptions: readonly string[];
}
