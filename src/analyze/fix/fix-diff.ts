import { createTwoFilesPatch, FILE_HEADERS_ONLY } from 'diff';
import type { FixedFile } from './plan-fixes.ts';

/**
 * A unified diff of all changed files, which `git apply` and `patch -p1` take; empty when nothing changes. Apply it where
 * the names of the files start.
 */
export function fixDiff(files: readonly Pick<FixedFile, 'file' | 'before' | 'after'>[]): string {
  return files
    .filter(({ before, after }) => before !== after)
    .map(({ file, before, after }) => {
      // What follows a name with blanks has to be parted from it, even when it is nothing.
      const header = file.includes(' ') ? '' : undefined;
      const options = { context: 3, headerOptions: FILE_HEADERS_ONLY };
      return createTwoFilesPatch(`a/${file}`, `b/${file}`, before, after, header, header, options);
    })
    .join('');
}
