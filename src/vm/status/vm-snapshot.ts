import type { JsonObject } from '../../json.ts';

/** What is known of the VMs of a mesh at one moment. */
export interface VmSnapshot {
  /** WorkloadGroups and WorkloadEntries, and the Services and ServiceEntries that may select them. */
  readonly objects: readonly JsonObject[];
  /** The istiods that run; undefined when they were not asked, as with saved objects. */
  readonly istiods?: readonly IstiodSnapshot[];
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
