/** A certificate by which a workload shows who it is, in PEM form. */
export interface WorkloadCertificate {
  /** The certificate, and after it those between it and the root. */
  readonly chain: string;
  /** A secret. */
  readonly key: string;
}
