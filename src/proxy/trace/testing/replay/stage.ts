import type { Issued } from '../../../../kube/testing/certificate.ts';

/** What an Envoy needs around it to stand in for the proxy of a dump. */
export interface Stage {
  /** The port for connections from the workload, or from outside. */
  readonly entry: number;
  /** The port for connections to the workload. */
  readonly inboundEntry: number;
  /** Ports of the echo servers, by cluster. */
  readonly echoes: Readonly<Record<string, number>>;
  readonly authority: Issued;
  readonly server: Issued;
  /** Where Envoy writes what it did with each request. */
  readonly log: string;
}

/** A line of that log. */
export interface Observation {
  /** The port of the client in the PROXY header. */
  readonly port: number;
  /** Of the filter chain: its place in the dump. */
  readonly chain: string | null;
  /** Of the route: its place in the dump. */
  readonly route: string | null;
  readonly cluster: string | null;
  readonly code: number | null;
  readonly details: string | null;
  readonly closed: string | null;
  readonly flags: string | null;
}

/** The format of such a line. */
export const observationFormat: Readonly<Record<keyof Observation, string>> = {
  port: '%DOWNSTREAM_REMOTE_PORT%',
  chain: '%FILTER_CHAIN_NAME%',
  route: '%ROUTE_NAME%',
  cluster: '%UPSTREAM_CLUSTER%',
  code: '%RESPONSE_CODE%',
  details: '%RESPONSE_CODE_DETAILS%',
  closed: '%CONNECTION_TERMINATION_DETAILS%',
  flags: '%RESPONSE_FLAGS%',
};
