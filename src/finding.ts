import type { Path } from './path.ts';
import type { Edit, EditStep, Range } from './resources/index.ts';

export type { Edit } from './resources/index.ts';

/** How bad a finding is; `--fail-on` and `failOn` compare by it. */
export type Severity = 'error' | 'warning' | 'info';

/** Who would refuse the document in real life: Istio's own validation, the API server (CRD schema and CEL), or both. */
export type Refuser = 'istio' | 'apiserver';

/** The object a finding is about, as named in the document. */
export interface ResourceRef {
  readonly apiVersion: string;
  readonly kind: string;
  readonly namespace?: string;
  readonly name: string;
}

/** Another place that belongs to a finding: the duplicate, the selector. */
export interface Related {
  readonly message: string;
  readonly file: string;
  readonly path: string;
  readonly range: Range;
}

/** A mechanical repair of a finding: all of its edits together. */
export interface Fix {
  readonly description: string;
  readonly edits: readonly Edit[];
}

/** Names and values of a finding, so that automation need not read the message. */
export type Args = Readonly<Record<string, unknown>>;

/**
 * What every check of meshctl reports. The JSON form of this is a contract (`docs/schemas/`): `file` is as the
 * user gave it or relative to the working directory, lines and columns start at 1, `path` is in the form of
 * `formatPath`.
 */
export interface Finding {
  /** `IST0106`, `MSH0003`, ...: shared by many rules. */
  readonly code: string;
  /** Stable slug of the rule, such as `virtualservice/redirect-code`. */
  readonly rule: string;
  readonly severity: Severity;
  readonly message: string;
  /** What to do about it, when the message alone does not say so. */
  readonly hint?: string;
  readonly resource: ResourceRef;
  readonly file: string;
  /** Number of the document in its file, from 0. */
  readonly document: number;
  readonly path: string;
  readonly range: Range;
  readonly args: Args;
  readonly cluster?: string;
  readonly rejectedBy: readonly Refuser[];
  readonly related: readonly Related[];
  readonly fixes: readonly Fix[];
  /** Address of the page about the rule. */
  readonly docs: string;
}

/** A mechanical repair before it has a place in a file; paths count from the root of the object. */
export interface Repair {
  /** What is done, as an order: `rename \`timout\` to \`timeout\``. */
  readonly description: string;
  readonly steps: readonly EditStep[];
}

/** A finding before it has a place in a file: what a check of a plain value reports. */
export interface Problem {
  readonly code: string;
  readonly rule: string;
  readonly severity: Severity;
  readonly message: string;
  readonly hint?: string;
  /** The value that is judged: where a fault lies between values, the object that holds them. */
  readonly path: Path;
  /** The value to underline, when it is not the one at `path`. */
  readonly mark?: Path;
  /** Underline the key instead of the value: for unknown and deprecated fields. */
  readonly at?: 'key' | 'value';
  readonly args: Args;
  readonly rejectedBy: readonly Refuser[];
  readonly repair?: Repair;
}
