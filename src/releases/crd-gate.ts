/** Bundle versions of a CRD that istiod accepts, both ends included. */
export interface CrdGate {
  readonly min?: string;
  readonly max?: string;
  /** The patch of Istio that brought it; absent when all patches have it. */
  readonly since?: string;
}
