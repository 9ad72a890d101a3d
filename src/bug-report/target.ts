import type { Json } from '../json.ts';

/** One part of a report that is gathered by itself. */
export interface Target {
  /** Where it stands in the report: `istiod/istiod-1/syncz.json`. */
  readonly path: string;
  /** What it is, in words. */
  readonly what: string;
  /** Gathers it; the signal ends that. Undefined when there is nothing of the kind. */
  readonly gather: (signal: AbortSignal) => Promise<Gathered | undefined>;
}

/** What was gathered, with its secrets: they are taken out before it becomes part of the report. */
export type Gathered =
  | { readonly json: Json }
  /** `newest`: of a text that is too long the end is kept, as of logs. */
  | { readonly text: string; readonly newest?: boolean };
