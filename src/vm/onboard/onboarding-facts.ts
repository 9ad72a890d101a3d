import type { ClusterChange } from '../../changes/index.ts';
import type { MeshctlError } from '../../errors.ts';
import type { PublicVmFacts } from '../facts/vm-facts.ts';
import type { VmGroup } from '../group/vm-group.ts';
import type { CheckedCertificate } from '../identity/check-certificate.ts';
import type { BundleFinding } from '../verify/bundle-finding.ts';
import type { BundleFiles } from '../bundle/vm-bundle.ts';
import type { ProbeOutcome } from './probe-endpoint.ts';
import type { Endpoint } from './read-endpoint.ts';
import type { IstiodFacts } from './read-istiod.ts';

/** All that the plan of an onboarding is made from. Secrets are in `present` and `certificate` alone. */
export interface OnboardingFacts {
  readonly group: VmGroup;
  /** What applying the group does; undefined for one that was read from the cluster. */
  readonly groupChange: ClusterChange | undefined;
  /** Makes the service account, or finds it there. */
  readonly accountChange: ClusterChange;
  /** Undefined when that may not be asked. */
  readonly namespaceExists: boolean | undefined;
  /** What the files are made from besides the group; or why they cannot be made. */
  readonly vm: PublicVmFacts | MeshctlError;
  readonly endpoint: Endpoint;
  /** Undefined where no Deployment of the revision can be seen, such as with a control plane outside. */
  readonly istiod: IstiodFacts | undefined;
  /** Networks that the mesh config names, sorted. */
  readonly meshNetworks: readonly string[];
  readonly denials: readonly Denial[];
  /** Milliseconds by which the clock of the cluster is ahead of ours; undefined when nobody knows. */
  readonly clockOffset?: number;
  /** The certificate that the VM is given, or why it is of no use; only when one is given. */
  readonly certificate?: CheckedCertificate | MeshctlError;
  /** Only when it was asked for. */
  readonly probe?: ProbeOutcome;
  /** Files of an earlier run. */
  readonly present?: PresentBundle;
}

/** Something that has to be done and that the user may not do. */
export interface Denial {
  /** `request tokens of service accounts`. */
  readonly what: string;
  /** A rule of RBAC that permits it: `create serviceaccounts/token`. */
  readonly rule: string;
  readonly reason?: string;
}

/** Files of a VM that are there, and what verification says about them. */
export interface PresentBundle {
  readonly files: Partial<BundleFiles>;
  readonly findings: readonly BundleFinding[];
  /** Names of files beside them, such as `install.sh`, that are missing or not as they should be. */
  readonly companions?: readonly string[];
}
