import type { Severity } from '../../finding.ts';

/** Something that a check found. */
export interface PrecheckFinding {
  /** Those that istioctl has too are `IST` codes, the others `MSH` codes. */
  readonly code: string;
  readonly severity: Severity;
  /** What it is about: `Cluster`, `Service istio-system/zipkin`, `CustomResourceDefinition <name>`. */
  readonly origin: string;
  readonly message: string;
  readonly hint: string;
}

/** One thing that was looked at. */
export interface Check {
  /** Stable: `kubernetes/version`. */
  readonly name: string;
  /** What is the case when nothing was found. */
  readonly title: string;
  /** The worst of its findings; `unknown` when what it looks at could not be read. */
  readonly outcome: 'ok' | 'info' | 'warning' | 'error' | 'unknown';
  readonly findings: readonly PrecheckFinding[];
}

/** What became of all checks, in their order. */
export interface PrecheckReport {
  readonly checks: readonly Check[];
}

/** Whether something speaks against an installation: a warning or worse. */
export const failsPrecheck = ({ checks }: PrecheckReport): boolean =>
  checks.some(({ outcome }) => outcome === 'warning' || outcome === 'error');
