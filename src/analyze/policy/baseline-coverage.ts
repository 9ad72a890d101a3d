import { resolve } from 'node:path';
import type { BaselineEntry, BaselinePlace } from './baseline.ts';
import type { RuleNames } from './rule-names.ts';

/** What a run has looked at. */
export interface RunScope {
  /** The files that were read, as findings name them. */
  readonly files: readonly string[];
  /** The rules that ran. */
  readonly ran: RuleNames;
  /** Whether there is a file of this absolute path. */
  readonly exists: (path: string) => boolean;
}

/**
 * Whether a run would have found what an entry of a baseline stands for, for `applyBaseline`: its rule ran, and its file
 * was read, or is no more. So a run on a part of the files calls no entry stale that is about the others.
 */
export function baselineCoverage(
  { files, ran, exists }: RunScope,
  { cwd, folder }: BaselinePlace,
): (entry: BaselineEntry) => boolean {
  const read = new Set(files.map((file) => resolve(cwd, file)));
  return ({ rule, file }) => {
    if (ran.find(rule) === undefined) return false;
    const path = file === '-' ? resolve(cwd, file) : resolve(folder, file);
    return read.has(path) || (file !== '-' && !exists(path));
  };
}
