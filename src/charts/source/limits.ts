import { MeshctlError } from '../../errors.ts';

const mib = 1024 * 1024;

/** What charts may have, as in Helm, and what an archive of several charts may. */
export const limits = { file: 5 * mib, archive: 256 * mib, files: 20_000, nestedArchives: 4 } as const;

/** Refuses a file that is too large for a chart. */
export function checkSize(name: string, size: number): void {
  if (size <= limits.file) return;
  throw new MeshctlError(
    'input',
    `${name} has ${(size / mib).toFixed(1)} MiB: files of charts have at most 5`,
  );
}

/** Refuses what is too much to be charts. */
export function checkCount(place: string, count: number): void {
  if (count <= limits.files) return;
  throw new MeshctlError('input', `${place} has more than ${limits.files} files`, {
    hint: 'give the folder of the charts alone',
  });
}
