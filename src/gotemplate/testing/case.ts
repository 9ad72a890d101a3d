import { readFileSync } from 'node:fs';
import type { Json } from '../../json.ts';

/** A template and its data, in which objects with one key stand for values that JSON does not have: see `marked`. */
export interface Case {
  readonly text: string;
  readonly data: Json;
  readonly missingKey?: 'zero' | 'error';
  /** Whether the functions of Helm are there, too. */
  readonly helm: boolean;
  /** What Go makes of it; null is an error. */
  readonly output: string | null;
}

export const areas = ['language', 'functions', 'sprig', 'versions', 'helm'] as const;

interface Table {
  /** Of the cases that have none. */
  readonly data: Json;
  readonly helm: boolean;
  readonly cases: readonly (Omit<Case, 'data' | 'helm'> & { readonly data?: Json })[];
}

/** The cases of an area: `cases/<area>.json`, in which Go's outcomes are written. */
export function casesOf(area: (typeof areas)[number]): Case[] {
  const file = new URL(`cases/${area}.json`, import.meta.url);
  // The file is ours: its form is that of the interface.
  const { data, helm, cases } = JSON.parse(readFileSync(file, 'utf8')) as Table;
  return cases.map((each) => ({ data, helm, ...each }));
}
