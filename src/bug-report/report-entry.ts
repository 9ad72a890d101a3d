/** A file of a report. */
export interface ReportEntry {
  /** Below the folder of the report. */
  readonly path: string;
  readonly bytes: Buffer;
  /** How many secrets were replaced by `[redacted]`. */
  readonly redacted: number;
  /** Whether its beginning was left out. */
  readonly truncated: boolean;
}

export interface FailedTarget {
  readonly path: string;
  readonly message: string;
  readonly reason?: string;
}

export interface SkippedTarget {
  readonly path: string;
  readonly reason: string;
}
