/** Who writes, and how. */
export interface Writer {
  /** Field manager. */
  readonly manager: string;
  /** Answer as if it were written. */
  readonly dryRun?: boolean;
  /** Refuse fields that the schema of a custom resource does not have. Default: leave them out. */
  readonly strict?: boolean;
  /** The part of the object that is written; all but the status without. */
  readonly subresource?: 'status' | 'scale' | 'finalize';
}
