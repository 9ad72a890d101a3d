import type { JsonObject } from '../../json.ts';
import type { WorkloadCertificate } from '../identity/workload-certificate.ts';

/** What the cluster contributes to the files of a VM. */
export interface VmFacts {
  /** Revision of the control plane; empty for the one without. */
  readonly revision: string;
  /** Namespace of the control plane. */
  readonly istioNamespace: string;
  /** The MeshConfig of its ConfigMap; empty where it holds none. */
  readonly meshConfig: JsonObject;
  readonly clusterId: string;
  /** PEM, as it is handed out in the namespace of the VM. */
  readonly rootCertificate: string;
  readonly gateway: GatewayAddress;
  /** The token of the VM's service account: a secret. Empty for a VM that needs none. */
  readonly token: string;
  /** For a VM that is given one: its key is a secret. */
  readonly certificate?: WorkloadCertificate;
}

/** The same without secrets. */
export type PublicVmFacts = Omit<VmFacts, 'token' | 'certificate'>;

/** Where a VM reaches istiod, and if that is unknown, why. */
export type GatewayAddress =
  | { readonly address: string }
  | { readonly address?: undefined; readonly reason: string; readonly hint: string };
