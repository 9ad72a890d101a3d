import { accessSync, constants, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import type { FixedFile } from '../src/analyze/fix/index.ts';
import { MeshctlError } from '../src/errors.ts';
import { utf8Text } from './utf8-text.ts';
import { writeFileAtomically } from './write-file.ts';

/** The text of a file that may be changed; undefined for pipes and devices, and for what is not UTF-8. */
export function readFixable(cwd: string, file: string): string | undefined {
  const place = path.resolve(cwd, file);
  const isFile = statSync(place, { throwIfNoEntry: false })?.isFile() ?? false;
  return isFile ? utf8Text(readFileSync(place)) : undefined;
}

/**
 * Writes a fixed file, whole or not at all. Throws `MeshctlError('input')` for a file that is write-protected, and for one
 * that somebody else changed in the meantime.
 */
export function writeFixed(cwd: string, { file, before, after }: FixedFile): void {
  const now = readFixable(cwd, file);
  // Two names may lead to one file.
  if (now === after) return;
  if (now !== before) {
    throw new MeshctlError('input', `${file} has changed since it was read`, {
      hint: 'nothing was written to it; run the command again',
    });
  }
  try {
    accessSync(path.resolve(cwd, file), constants.W_OK);
  } catch (cause) {
    throw new MeshctlError('input', `cannot write ${file}`, {
      reason: 'it is write-protected',
      hint: 'see what would change with --fix-dry-run',
      cause,
    });
  }
  writeFileAtomically(cwd, file, after);
}
