import { randomUUID } from 'node:crypto';
import { createWriteStream, existsSync } from 'node:fs';
import { mkdir, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { codeOf, MeshctlError, messageOf } from '../../src/errors.ts';

/**
 * Writes a compressed file that only its owner may read: whole or not at all, into a neighbour first. Gives its size.
 *
 * @throws {MeshctlError} `input` when it cannot be written; else what the pieces throw.
 */
export async function writeArchive(file: string, pieces: AsyncIterable<Buffer>): Promise<number> {
  const draft = `${file}.${randomUUID()}.tmp`;
  try {
    // Not `recursive`: Node.js 20 never returns from where no folder can be made, such as `/proc`.
    if (!existsSync(path.dirname(file))) await mkdir(path.dirname(file));
    const target = createWriteStream(draft, { flags: 'wx', mode: 0o600 });
    await pipeline(Readable.from(pieces), createGzip(), target);
    await rename(draft, file);
    return target.bytesWritten;
  } catch (cause) {
    await rm(draft, { force: true });
    if (!isOfFiles(cause)) throw cause;
    throw new MeshctlError('input', `cannot write ${file}`, {
      reason: messageOf(cause),
      hint: 'name a file in a folder that you may write to, with -o or --dir',
      cause,
    });
  }
}

const isOfFiles = (error: unknown): boolean =>
  !(error instanceof MeshctlError) &&
  ['EACCES', 'EEXIST', 'EISDIR', 'ENOENT', 'ENOSPC', 'ENOTDIR', 'EPERM', 'EROFS'].includes(codeOf(error));
