/** Something that is wrong with a group or a VM, or that is missing. */
export interface VmProblem {
  readonly code: VmProblemCode;
  readonly namespace: string;
  /** `WorkloadGroup` or `WorkloadEntry`, and its name. */
  readonly kind: 'WorkloadGroup' | 'WorkloadEntry';
  readonly name: string;
  readonly message: string;
  /** What to do. */
  readonly hint: string;
}

export type VmProblemCode =
  | 'group-without-vms'
  | 'group-missing'
  | 'not-selected'
  | 'unhealthy'
  | 'disconnected'
  | 'istiod-gone'
  | 'address-missing'
  | 'address-shared'
  | 'behind'
  | 'certificate-missing'
  | 'certificate-expired'
  | 'certificate-expires-soon'
  | 'certificate-not-yet-valid'
  | 'root-expired'
  | 'version-skew';

/** A problem of what is known already. */
export type Found = Pick<VmProblem, 'code' | 'message' | 'hint'>;
