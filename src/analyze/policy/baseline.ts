/** Findings of one identity that are hidden, at most `count` of them. */
export interface BaselineEntry {
  readonly code: string;
  readonly rule: string;
  /** `VirtualService shop/reviews`. */
  readonly resource: string;
  /** Relative to the folder of the baseline, with `/`. */
  readonly file: string;
  readonly cluster?: string;
  /** 16 hexadecimal digits: of rule, resource, path without indexes, and arguments. Lines do not matter. */
  readonly fingerprint: string;
  readonly count: number;
}

/** Findings that are known and not to be shown; `docs/schemas/baseline.json` is its form as a file. */
export type Baseline = readonly BaselineEntry[];

/** Where files count from. */
export interface BaselinePlace {
  /** Absolute path of the folder of the baseline. */
  readonly folder: string;
  /** Absolute path of the folder that the files of findings count from. */
  readonly cwd: string;
}

/** What makes two entries, or an entry and a finding, the same. */
export function entryKey({ file, fingerprint }: Pick<BaselineEntry, 'file' | 'fingerprint'>): string {
  return `${fingerprint} ${file}`;
}
