import type { ObjectKey } from '../../kube/apply/index.ts';

/** `skipped`: what is needed for it could not be read, or is not there. */
export type CheckOutcome = 'ok' | 'warning' | 'failed' | 'skipped';

/** One thing that was looked at. */
export interface VerifyCheck {
  readonly outcome: CheckOutcome;
  /** A sentence without a full stop. */
  readonly message: string;
  /** What it is about, if that is one object. */
  readonly object?: ObjectKey;
  /** More lines, such as fields that differ. */
  readonly details?: readonly string[];
  /** What to do about it. */
  readonly hint?: string;
}

/** Checks of the same sort. */
export interface VerifySection {
  readonly name: 'installations' | 'objects' | 'workloads' | 'webhooks' | 'certificates' | 'versions';
  readonly checks: readonly VerifyCheck[];
}

/** Whether an installation is as it should be, and works. */
export interface VerifyReport {
  /** No check failed; there may be warnings. */
  readonly ok: boolean;
  /** Whether all that was to be looked at could be read. */
  readonly complete: boolean;
  readonly sections: readonly VerifySection[];
}
