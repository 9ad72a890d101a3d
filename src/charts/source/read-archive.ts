import { gunzipSync } from 'node:zlib';
import { codeOf, MeshctlError, messageOf } from '../../errors.ts';
import { checkCount, checkSize, limits } from './limits.ts';
import { readTar, type TarEntry } from './read-tar.ts';
import type { SourceFile } from './source-file.ts';

/**
 * The files of a `.tgz`. Nothing is written to disk; names that lead out of the archive are refused.
 *
 * @throws {MeshctlError} `input` for what is no archive, or one that is too large or unsafe.
 */
export function readArchive(packed: Uint8Array, place: string): SourceFile[] {
  const entries = readTar(unpacked(packed, place), place).filter(({ kind }) => kind !== 'folder');
  checkCount(place, entries.length);
  return entries.map((entry) => sourceFileOf(entry, place));
}

function unpacked(packed: Uint8Array, place: string): Uint8Array {
  try {
    return gunzipSync(packed, { maxOutputLength: limits.archive });
  } catch (cause) {
    if (codeOf(cause) === 'ERR_BUFFER_TOO_LARGE') {
      throw new MeshctlError('input', `${place} has more than 256 MiB when it is unpacked`, { cause });
    }
    const details = {
      reason: messageOf(cause),
      hint: 'give a folder, or an archive as `helm pull` makes it',
    };
    throw new MeshctlError('input', `${place} is no .tgz archive`, { cause, ...details });
  }
}

function sourceFileOf({ name: given, kind, bytes }: TarEntry, place: string): SourceFile {
  const name = safeName(given, place);
  const shown = `${place}: ${name}`;
  return {
    name,
    read: () => {
      if (kind !== 'file') {
        throw new MeshctlError('input', `${shown} is ${kind === 'link' ? 'a link' : 'no plain file'}`, {
          hint: 'unpack the archive and give the folder',
        });
      }
      checkSize(shown, bytes.length);
      return bytes;
    },
  };
}

/** The name with `/`, without `.` steps. */
function safeName(given: string, place: string): string {
  const name = given.replaceAll('\\', '/');
  const steps = name.split('/').filter((step) => step !== '' && step !== '.');
  if (name.startsWith('/') || /^[A-Za-z]:/.test(name) || steps.includes('..') || steps.length === 0) {
    throw new MeshctlError(
      'input',
      `${place} has a file outside of the archive itself: ${JSON.stringify(given)}`,
    );
  }
  return steps.join('/');
}
