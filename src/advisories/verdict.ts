import type { Evidence } from '../detect/index.ts';
import type { Severity } from './advisory.ts';

/** What an advisory means for one component that runs. */
export interface Verdict {
  /** Id of the advisory. */
  readonly advisory: string;
  /** The worst of `perCve`. */
  readonly state: VerdictState;
  readonly why: Why;
  /** Of the worst weaknesses that it is (or may be) affected by. */
  readonly severity: Severity;
  /** By CVE; by another name of the advisory where there is none. */
  readonly perCve: readonly CveVerdict[];
  /** What exposes it. */
  readonly evidence: readonly Evidence[];
  /** What would have to be known: kinds of objects, or a few words. */
  readonly missing: readonly string[];
  /** The first version of the same minor release with all fixes, or else the first later one. */
  readonly fixedIn?: string;
  /** The setting that switches a fix off. */
  readonly optOut?: string;
}

/**
 * `affected-if` depends on something that was not given, or that no object says; `advice` is about configuration that no
 * version mends, and only given where the configuration is found; `unknown`: the version does not say.
 */
export type VerdictState = 'affected' | 'affected-if' | 'unknown' | 'advice' | 'not-affected';

/** Why it is so. */
export interface Why {
  readonly code: WhyCode;
  /** One sentence without a full stop. */
  readonly text: string;
}

export type WhyCode =
  /** Affected: by the version alone, by what is configured, or by a setting that switches the fix off. */
  | 'version'
  | 'configured'
  | 'exposed'
  | 'fix-switched-off'
  /** Affected if: objects are missing; who reaches or writes something, or what happens, is not in objects. */
  | 'objects-missing'
  | 'exposure-unseen'
  | 'rights-unseen'
  | 'runtime'
  | 'condition-unknown'
  /** Unknown: no version, a build of somebody else, a release that was not known, a line that nobody tells of. */
  | 'no-version'
  | 'vendor-build'
  | 'unreleased'
  | 'line-unknown'
  /** Advice. */
  | 'configuration-found'
  /** Not affected. */
  | 'other-component'
  | 'fixed'
  | 'before-introduced'
  | 'newer-line'
  | 'older-line'
  | 'not-configured'
  | 'mitigated';

export interface CveVerdict {
  readonly id: string;
  readonly state: VerdictState;
  readonly why: Why;
  readonly severity: Severity;
  readonly evidence: readonly Evidence[];
  readonly missing: readonly string[];
  /** It is `affected-if`, and to be counted as affected until somebody knows better. */
  readonly presumed?: true;
  /** What upstream ranges say of the version that a build of somebody else is made from. */
  readonly base?: 'affected' | 'not-affected' | 'unknown';
  readonly optOut?: string;
}
