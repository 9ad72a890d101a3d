import type { MeshctlError } from '../../errors.ts';
import type { MeshVersions } from '../../istiod/index.ts';
import type { JsonObject } from '../../json.ts';
import type { InstallPlan } from '../install-plan.ts';

/** What is known of a cluster when an installation in it is judged. */
export interface VerifySnapshot {
  /** Of the control plane. */
  readonly namespace: string;
  /** What installing the spec would do; undefined without a spec. */
  readonly plan?: InstallPlan;
  /**
   * Workloads that installers made, all webhook configurations, and of the namespaces of both what tells whether they
   * work: ReplicaSets, Pods, Events, Services, EndpointSlices.
   */
  readonly objects: readonly JsonObject[];
  readonly authority: MeshAuthority;
  readonly versions: MeshVersions | MeshctlError;
  /** What could not be read, and why, in words. */
  readonly unseen: readonly string[];
}

/** By whom certificates of the mesh are signed. Holds no private keys. */
export interface MeshAuthority {
  /** What every workload trusts: the PEM of the ConfigMap `istio-ca-root-cert`. */
  readonly root?: string;
  /** The Secret that istiod signs with. */
  readonly signer?: { readonly secret: string; readonly certificate: string; readonly root: string };
  /** Why one of them is not known, in words. */
  readonly problems: readonly string[];
}
