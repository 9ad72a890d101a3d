import type { Args, Repair, Severity } from '../finding.ts';
import type { Path } from '../path.ts';

/** A semantic rule: what Istio itself would say, or what only meshctl says. */
export interface Rule<A extends Args = Args> {
  /** `<kind or topic>/<name>`, stable: the key of suppressions and pages. */
  readonly slug: string;
  /** IST0106 for errors and IST0133 for warnings of Istio's own validation unless said otherwise. */
  readonly code: string;
  readonly severity: Severity;
  /** One sentence: what holds when the rule is kept. */
  readonly summary: string;
  /** Whether Istio's validation refuses the object; only errors can be refused. */
  readonly refused: boolean;
  readonly message: (args: A) => string;
  /** What to do, when the message does not say it. */
  readonly hint?: string;
  /** How to mend it mechanically, where that is possible; `place` is the value that is underlined. */
  readonly repair?: MakeRepair<A>;
}

type MakeRepair<A extends Args> = (args: A, place: Path) => Repair | undefined;

/** What is known of a rule apart from how it words a finding. */
export type RuleInfo = Pick<Rule, 'slug' | 'code' | 'severity' | 'summary' | 'hint'>;

interface RuleFacts<A extends Args> {
  readonly slug: string;
  readonly summary: string;
  readonly message: (args: A) => string;
  readonly hint?: string;
  readonly code?: string;
  readonly repair?: MakeRepair<A>;
}

/** A rule that makes Istio refuse the object (IST0106). */
export const errorRule = <A extends Args = Args>(facts: RuleFacts<A>): Rule<A> => ({
  code: 'IST0106',
  severity: 'error',
  refused: true,
  ...facts,
});

/** A rule that Istio only warns about (IST0133). */
export const warningRule = <A extends Args = Args>(facts: RuleFacts<A>): Rule<A> => ({
  code: 'IST0133',
  severity: 'warning',
  refused: false,
  ...facts,
});

/**
 * Reports that `rule` is broken at `path`, counted from the root of the object. Where the fault lies between values,
 * `path` is the object that holds them and `mark` the one to underline.
 */
export type Report = <A extends Args>(rule: Rule<A>, path: Path, args: A, mark?: Path) => void;

/** What a check knows besides the spec. */
export interface CheckContext {
  readonly report: Report;
  readonly name: string;
  /** The namespace of the object, or the one assumed for objects without. */
  readonly namespace: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly annotations: Readonly<Record<string, string>>;
}

/**
 * The semantic check of a kind. `spec` has been decoded: field names are lowerCamelCase, enum values names,
 * numbers numbers, null list items and map values the zero value of their type; what could not be decoded has
 * been left out and findings about it are dropped later, so a check need not be careful twice.
 */
export type Check<S> = (spec: S, context: CheckContext) => void;
