import type { JsonObject } from '../../json.ts';

/** A WorkloadGroup as far as it decides what a VM is given. */
export interface VmGroup {
  readonly name: string;
  readonly namespace: string;
  /** The identity of the VM; `default` where the group names none. */
  readonly serviceAccount: string;
  /** Empty for the network of the control plane. */
  readonly network: string;
  /** Labels of the VM: those of `spec.metadata`, and those of `spec.template` over them. */
  readonly labels: Readonly<Record<string, string>>;
  /** Labels that both give with different values. */
  readonly overriddenLabels: readonly string[];
  /** Port name to number. */
  readonly ports: Readonly<Record<string, number>>;
  /** `spec.probe` as it is written. */
  readonly probe?: JsonObject;
  /** Settings of the annotation `proxy.istio.io/config`: of the group, then of its entries. */
  readonly proxyConfigs: readonly JsonObject[];
}
