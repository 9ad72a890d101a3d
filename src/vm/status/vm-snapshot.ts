import type { JsonObject } from '../../json.ts';
import type { Validity } from '../../proxy/index.ts';

/** What is known of the VMs of a mesh at one moment. */
export interface VmSnapshot {
  /** WorkloadGroups and WorkloadEntries, and the Services and ServiceEntries that may select them. */
  readonly objects: readonly JsonObject[];
  /** The istiods that run; undefined when they were not asked, as with saved objects. */
  readonly istiods?: readonly IstiodSnapshot[];
  /** What proxies of VMs say of themselves. */
  readonly dumps?: readonly VmDump[];
}

/** An istiod that runs. */
export interface IstiodSnapshot {
  /** Its pod. */
  readonly name: string;
  /** `default` for the control plane without a revision. */
  readonly revision: string;
  /** Empty when it did not say. */
  readonly version: string;
  /** The proxies that are connected to it; undefined when it did not say. */
  readonly connections?: readonly VmConnection[];
}

/** A proxy that is connected to an istiod. */
export interface VmConnection {
  /** As istiod calls it: `host.namespace` for a VM. */
  readonly proxy: string;
  readonly namespace: string;
  /** All addresses that the agent found on its machine. */
  readonly addresses: readonly string[];
  /** Of Istio; empty when it did not say. */
  readonly version: string;
  /** Whether it has taken what istiod sent; `unknown` when nothing was sent, or nobody says. */
  readonly sync: 'synced' | 'behind' | 'unknown';
  /** What it has not taken, such as `RDS STALE`. */
  readonly behind: readonly string[];
}

/** What the proxy of a VM says of itself. */
export interface VmDump {
  /** As the dump is called in messages: the name of its file. */
  readonly name: string;
  /** As istiod calls the proxy: `host.namespace`. */
  readonly proxy: string;
  readonly namespace: string;
  readonly addresses: readonly string[];
  /** Of Istio; empty when it does not say. */
  readonly version: string;
  /** Host and port where its agent gets configuration; empty when it does not say. */
  readonly discovery: string;
  /** By which the VM shows who it is; undefined while it has none. */
  readonly certificate?: VmCertificate;
  /** The first of the roots that it trusts. */
  readonly root?: VmCertificate;
}

/** A certificate that a proxy has. Times are in RFC 3339. */
export interface VmCertificate {
  /** Its SPIFFE ID; empty for a root. */
  readonly identity: string;
  /** Hexadecimal. */
  readonly serialNumber: string;
  readonly notBefore: string;
  readonly notAfter: string;
  /** How it stands to the clock; `expires soon` is overdue, since agents renew at half of the life. */
  readonly validity: Validity;
}
