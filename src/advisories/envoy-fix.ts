import type { DetectQuery } from '../detect/index.ts';
import type { Provenance, Severity } from './advisory.ts';

/** A fix of Envoy, and where it is. */
export interface EnvoyFix {
  /** A CVE where there is one. */
  readonly id: string;
  readonly alias?: string;
  readonly date: string;
  /** The part of Envoy, in a few words. */
  readonly feature: string;
  readonly score?: number;
  readonly severity: Severity;
  /** Releases of Envoy that have it, one per line. */
  readonly envoyFixed: readonly string[];
  /**
   * By minor release of Istio the first patch that has it; `none` where no patch has, `not-affected` for lines that began
   * with it.
   */
  readonly istioFixed: Readonly<Record<string, string>>;
  readonly query?: DetectQuery;
  readonly note?: string;
  readonly provenance: Provenance;
}
