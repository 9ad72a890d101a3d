import type { Advisory, AdvisoryComponent, Condition, OptOut } from '../advisory.ts';

/** An advisory as it is kept: what is left out is empty, or follows from the rest. */
export interface AdvisoryRow {
  readonly id: string;
  readonly title: string;
  readonly date: string;
  readonly cves?: readonly string[];
  readonly aliases?: readonly string[];
  readonly score?: number;
  readonly vector?: string;
  readonly cveScores?: Readonly<Record<string, number>>;
  /** In the form of `parseRanges`. */
  readonly ranges: string;
  readonly rangesOf?: Readonly<Record<string, string>>;
  readonly olderLines: Advisory['olderLines'];
  readonly components: readonly AdvisoryComponent[];
  readonly conditions: readonly Condition[];
  readonly optOuts?: readonly OptOut[];
  readonly workaround?: string;
  /** Default: fixed. */
  readonly status?: Advisory['status'];
  readonly notes?: readonly string[];
  /** Default: the bulletin. */
  readonly sources?: readonly string[];
  /** Default: that of the bulletin. */
  readonly url?: string;
  /** Default: high. */
  readonly certainty?: 'high' | 'medium' | 'low';
}
