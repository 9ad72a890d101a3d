import { statSync } from 'node:fs';
import { findInputs, type Input } from './find-inputs.ts';
import { readFile, type ReadOptions } from './read-resources.ts';
import type { ReadResult } from './resource.ts';

/** A file as it was read, and what tells whether it has changed since. */
interface Entry {
  readonly stamp: string;
  readonly read: ReadResult;
}

/**
 * Reads the same paths again and again, and of their files only those that have changed; the documents and resources of
 * the others stay the same objects. For files only: standard input cannot be read twice.
 */
export class ReadCache {
  private readonly paths: readonly string[];
  private readonly options: ReadOptions;
  private entries = new Map<string, Entry>();

  constructor(paths: readonly string[], options: ReadOptions = {}) {
    this.paths = paths;
    this.options = options;
  }

  /** Everything as it is now. Throws as `readResources` does. */
  read(): ReadResult {
    const { cwd = process.cwd(), stdinFilename = '-', except } = this.options;
    const { inputs, notices } = findInputs(this.paths, cwd, stdinFilename, except);
    this.entries = new Map(inputs.flatMap((input) => this.entryOf(input)));
    const reads = Array.from(this.entries.values(), ({ read }) => read);
    return {
      documents: reads.flatMap(({ documents }) => documents),
      resources: reads.flatMap(({ resources }) => resources),
      files: reads.length,
      notices,
    };
  }

  private entryOf(input: Input): [string, Entry][] {
    if (input.path === undefined) return [];
    const stamp = stampOf(input.path);
    if (stamp === undefined) return [];
    const known = this.entries.get(input.path);
    return [[input.path, known?.stamp === stamp ? known : { stamp, read: readFile(input, input.path) }]];
  }
}

/** Undefined for a file that has gone in the meantime. */
function stampOf(path: string): string | undefined {
  const stats = statSync(path, { throwIfNoEntry: false });
  return stats && `${stats.ino} ${stats.size} ${stats.mtimeMs}`;
}
