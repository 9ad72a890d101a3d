import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import { MeshctlError, messageOf } from '../src/errors.ts';
import type { Io } from './io.ts';

/** A saved answer of a proxy or a control plane. */
export interface DumpFile {
  readonly bytes: Buffer;
  /** As the user gave it, `standard input` for `-`. */
  readonly name: string;
}

/** Reads a file, or standard input for `-`; what is compressed by gzip is unpacked, whatever its name. */
export async function readDumpFile(io: Pick<Io, 'stdin' | 'cwd'>, file: string): Promise<DumpFile> {
  const name = file === '-' ? 'standard input' : file;
  const bytes = await readBytes(io, file, name);
  return { bytes: isGzip(bytes) ? await unpacked(bytes, name) : bytes, name };
}

async function readBytes(io: Pick<Io, 'stdin' | 'cwd'>, file: string, name: string): Promise<Buffer> {
  try {
    if (file !== '-') return await readFile(path.resolve(io.cwd, file));
    const pieces: Buffer[] = [];
    for await (const piece of io.stdin()) pieces.push(Buffer.from(piece));
    return Buffer.concat(pieces);
  } catch (cause) {
    throw new MeshctlError('input', `cannot read ${name}`, { reason: messageOf(cause), cause });
  }
}

const isGzip = (bytes: Buffer): boolean => bytes[0] === 0x1f && bytes[1] === 0x8b;

async function unpacked(bytes: Buffer, name: string): Promise<Buffer> {
  try {
    return await promisify(gunzip)(bytes);
  } catch (cause) {
    throw new MeshctlError('input', `cannot unpack ${name}`, {
      reason: messageOf(cause),
      hint: 'the file may be cut short: save it again',
      cause,
    });
  }
}
