import type { DetectQuery } from '../detect/index.ts';

/** A weakness of releases of Istio, as one announcement tells of it. */
export interface Advisory {
  /** Such as `ISTIO-SECURITY-2026-001`. */
  readonly id: string;
  /** `release-notes`: fixes without a bulletin; `envoy`: fixes of Envoy that no release of Istio is known to have. */
  readonly kind: 'bulletin' | 'release-notes' | 'envoy' | 'osv';
  readonly title: string;
  /** The day it became known, such as `2026-03-10`. */
  readonly date: string;
  readonly cves: readonly string[];
  /** Other names, such as those of GitHub. */
  readonly aliases: readonly string[];
  /** Follows from the score. */
  readonly severity: Severity;
  readonly score?: number;
  readonly vector?: string;
  /** Scores of single CVEs. */
  readonly cveScores: Readonly<Record<string, number>>;
  readonly ranges: readonly VersionRange[];
  /** Ranges of single CVEs, where they differ. They say all: `olderLines` does not count for them. */
  readonly rangesOf: Readonly<Record<string, readonly VersionRange[]>>;
  /** What is known of minor releases older than all ranges. */
  readonly olderLines: 'affected' | 'unknown' | 'not-affected';
  /** What it is a weakness of. */
  readonly components: readonly AdvisoryComponent[];
  readonly conditions: readonly Condition[];
  readonly optOuts: readonly OptOut[];
  readonly workaround?: string;
  /** Only `fixed` can be mended by another version. */
  readonly status: 'fixed' | 'by-design' | 'configuration-advice';
  readonly notes: readonly string[];
  readonly provenance: Provenance;
}

export type Severity = 'critical' | 'high' | 'medium' | 'low' | 'unscored';

/** `proxy` is all proxies, `gateway` those that are gateways. */
export type AdvisoryComponent =
  'istiod' | 'proxy' | 'gateway' | 'ztunnel' | 'cni' | 'istioctl' | 'mixer' | 'pilot' | 'kiali';

/** Versions from `introduced` to before `fixed`, or up to `lastAffected`; without an end all later ones. */
export interface VersionRange {
  readonly introduced: string;
  readonly fixed?: string;
  readonly lastAffected?: string;
  /** The minor release that it ends with, where nothing in it has the fix. */
  readonly line?: string;
  /** Whether the patches of the line have the fix is not known. */
  readonly uncertain?: true;
}

/** What must be so, besides the version. */
export interface Condition {
  /** The CVEs it is about; absent: those that no other condition names. */
  readonly cves?: readonly string[];
  /**
   * `always`: nothing; `config`: objects say it; `exposure`: who reaches a port; `rbac`: who may write an object;
   * `runtime`: what no object says.
   */
  readonly basis: 'always' | 'config' | 'exposure' | 'rbac' | 'runtime';
  /** Goes after "if". */
  readonly what: string;
  /** Finds it; for `rbac`, traces that it has been done. */
  readonly query?: DetectQuery;
  /** What found here makes harmless. */
  readonly unless?: DetectQuery;
  /** Whether it is to be counted as affected until somebody knows better. */
  readonly whenUnseen?: 'affected';
}

/** A setting that switches off a fix. */
export interface OptOut {
  readonly cves?: readonly string[];
  /** Such as `ENABLE_DEBUG_ENDPOINT_AUTH=false`. */
  readonly setting: string;
  readonly query: DetectQuery;
}

/** Where a record comes from. */
export interface Provenance {
  /** What was read: `bulletin`, `release-notes`, `release-tags`, `cve-list`, `envoy-changelog`, a file. */
  readonly sources: readonly string[];
  readonly url?: string;
  /** `high`: numbers and ranges were read there; `medium`: a part of them follows from something else. */
  readonly certainty: 'high' | 'medium' | 'low';
}
