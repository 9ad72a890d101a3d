import type { JsonObject } from '../resources/index.ts';

/** What a ztunnel says of itself at `/config_dump`. Each object keeps what it was read from. */
export interface ZtunnelDump {
  readonly raw: JsonObject;
  readonly workloads: readonly ZtunnelWorkload[];
  readonly services: readonly ZtunnelService[];
  readonly policies: readonly ZtunnelPolicy[];
  readonly certificates: readonly ZtunnelCertificate[];
  /** The workloads on the node of this ztunnel. */
  readonly states: readonly WorkloadState[];
  /** All that names are looked up in, where the dump is part of a larger one. */
  readonly known?: Pick<ZtunnelDump, 'workloads' | 'services'>;
}

/** A workload that a ztunnel knows. */
export interface ZtunnelWorkload {
  readonly raw: JsonObject;
  readonly uid: string;
  readonly namespace: string;
  readonly name: string;
  readonly addresses: readonly string[];
  readonly hostname: string;
  readonly node: string;
  readonly protocol: string;
  readonly status: string;
  /** `network/ip` or `namespace/hostname` of its waypoint. */
  readonly waypoint: string | undefined;
}

/** A service that a ztunnel knows. */
export interface ZtunnelService {
  readonly raw: JsonObject;
  readonly namespace: string;
  readonly name: string;
  readonly hostname: string;
  /** `network/ip`. */
  readonly addresses: readonly string[];
  readonly waypoint: string | undefined;
  /** The UID of the workload of each endpoint. */
  readonly endpoints: readonly string[];
}

/** An authorization policy that a ztunnel enforces. */
export interface ZtunnelPolicy {
  readonly raw: JsonObject;
  readonly namespace: string;
  readonly name: string;
  readonly action: string;
  readonly scope: string;
}

/** A certificate that a ztunnel holds for workloads of its node. */
export interface ZtunnelCertificate {
  readonly raw: JsonObject;
  readonly identity: string;
  readonly state: string;
  readonly chain: readonly ChainElement[];
  /** Empty in dumps of older ztunnels: there the last element of the chain is the root. */
  readonly roots: readonly ChainElement[];
}

/** A certificate as ztunnel describes it; each text may be empty. */
export interface ChainElement {
  readonly pem: string;
  /** Decimal. */
  readonly serialNumber: string;
  /** RFC 3339. */
  readonly validFrom: string;
  readonly expirationTime: string;
}

/** The connections of a workload. */
export interface WorkloadState {
  readonly raw: JsonObject;
  readonly namespace: string;
  readonly name: string;
  readonly inbound: readonly Connection[];
  readonly outbound: readonly Connection[];
}

/** Each end is `ip:port`; `originalDst` may be a host name, or empty. */
export interface Connection {
  readonly src: string;
  readonly originalDst: string;
  readonly actualDst: string;
  readonly protocol: string;
}
