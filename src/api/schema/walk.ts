import type { Args, Problem, Refuser, Repair, Severity } from '../../finding.ts';
import type { Json } from '../../json.ts';

/** Who reads the value, and how strictly. */
export interface Readers {
  /** The API server judges it by the CRD. */
  readonly apiserver: boolean;
  /** Istio decodes it: as protobuf JSON, or (operator spec) as plain JSON into Go structs. */
  readonly istio: 'protobuf' | 'json' | false;
  /** Mesh config: Istio passes over unknown fields without a word, so they are a warning only. */
  readonly unknownFields?: 'ignored';
  /** Fragments of values: numbers and booleans are taken for text where text is asked for. */
  readonly looseText?: boolean;
}

/** A walk over one object: where it stands and what it has found. */
export interface Walk {
  readonly readers: Readers;
  /** Changes while walking; copy it to keep it. */
  readonly path: (string | number)[];
  readonly problems: Problem[];
  /** The API server does not get to CEL rules after some errors. */
  celSkipped: boolean;
  /** What Istio sees differs from what is written: nulls, numbers as text, protobuf names. */
  rewrite: boolean;
  /** There are nulls that the API server drops before it looks. */
  nulls: boolean;
}

export const startWalk = (readers: Readers, path: readonly (string | number)[]): Walk => ({
  readers,
  path: [...path],
  problems: [],
  celSkipped: false,
  rewrite: false,
  nulls: false,
});

interface Reported {
  readonly rule: { readonly slug: string; readonly code: string; readonly severity: Severity };
  readonly message: string;
  readonly hint?: string | undefined;
  readonly args?: Args;
  readonly at?: 'key';
  /** The field of the object where the walk stands that is meant; the problem is one of the object. */
  readonly field?: string;
  /** Only what these readers refuse; by default all that read the value. */
  readonly apiserver?: boolean;
  readonly istio?: boolean;
  readonly repair?: Repair | undefined;
}

/** Notes a problem at the place where the walk stands, if anybody who reads the value minds. */
export function note(walk: Walk, reported: Reported): void {
  const rejectedBy = refusers(walk.readers, reported);
  if (rejectedBy.length === 0) return;
  const { rule, message, hint, args = {}, at, field, repair } = reported;
  walk.problems.push({
    code: rule.code,
    rule: rule.slug,
    severity: rule.severity,
    message,
    ...(hint !== undefined && { hint }),
    path: [...walk.path],
    ...(field !== undefined && { mark: [...walk.path, field] }),
    ...(at !== undefined && { at }),
    args,
    rejectedBy: rule.severity === 'error' ? rejectedBy : [],
    ...(repair !== undefined && { repair }),
  });
}

/** Who reads the value and minds. */
function refusers(readers: Readers, { istio = true, apiserver = true }: Reported): Refuser[] {
  return [
    ...(istio && readers.istio !== false ? (['istio'] as const) : []),
    ...(apiserver && readers.apiserver ? (['apiserver'] as const) : []),
  ];
}

/** A value as it is named in a message: `text "80"`, `a list`. */
export function describe(value: Json | undefined): string {
  if (value === undefined) return 'nothing';
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object') return 'an object';
  if (typeof value === 'string') return `text ${JSON.stringify(shorten(value))}`;
  return typeof value === 'boolean' ? `the boolean ${String(value)}` : `the number ${String(value)}`;
}

const shorten = (text: string): string => (text.length > 60 ? `${text.slice(0, 57)}...` : text);

/** `use x` as a hint: `Use x.` */
export const asSentence = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
