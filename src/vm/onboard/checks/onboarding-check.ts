/** What was looked at before an onboarding, by its stable name. */
export type CheckName =
  | 'control-plane'
  | 'istiod'
  | 'auto-registration'
  | 'namespace'
  | 'group'
  | 'service-account'
  | 'gateway'
  | 'endpoint'
  | 'root-certificate'
  | 'network'
  | 'cluster-id'
  | 'clock'
  | 'identity'
  | 'permission';

/** One thing that was looked at, and what came of it. */
export interface OnboardingCheck {
  readonly name: CheckName;
  /** `error`: the VM could not join, so that nothing is done. */
  readonly status: 'ok' | 'warning' | 'error';
  readonly message: string;
  /** What to do; only where it is not `ok`. */
  readonly cure?: string;
}
