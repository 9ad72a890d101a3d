import { createReadStream } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import { codeOf, MeshctlError, messageOf } from '../src/errors.ts';
import type { Io } from './io.ts';

/** A saved answer of a proxy or a control plane. */
export interface DumpFile {
  readonly bytes: Buffer;
  /** As the user gave it, `standard input` for `-`. */
  readonly name: string;
}

/** Node.js makes no longer text than this. */
const mostBytes = 512_000_000;

/** Reads a file, or standard input for `-`; what is compressed by gzip is unpacked, whatever its name. */
export async function readDumpFile(io: Pick<Io, 'stdin' | 'cwd'>, file: string): Promise<DumpFile> {
  const name = file === '-' ? 'standard input' : file;
  const bytes = await readBytes(io, file, name);
  if (bytes.length > mostBytes) throw tooLong(name);
  return { bytes: isGzip(bytes) ? await unpacked(bytes, name) : bytes, name };
}

async function readBytes(io: Pick<Io, 'stdin' | 'cwd'>, file: string, name: string): Promise<Buffer> {
  try {
    if (file === '-') return await bytesOf(io.stdin());
    const whole = path.resolve(io.cwd, file);
    const { size } = await stat(whole);
    if (size > mostBytes) throw tooLong(name);
    // Devices and pipes have no size, and may never end.
    return size > 0 ? await readFile(whole) : await bytesOf(createReadStream(whole));
  } catch (cause) {
    if (cause instanceof MeshctlError) throw cause;
    throw new MeshctlError('input', `cannot read ${name}`, {
      reason: messageOf(cause),
      ...(codeOf(cause) === 'EISDIR' && { hint: 'it is a folder: name a file' }),
      cause,
    });
  }
}

/** All of it, or more than there may be. */
async function bytesOf(stream: NodeJS.ReadableStream): Promise<Buffer> {
  const pieces: Buffer[] = [];
  let length = 0;
  for await (const piece of stream) {
    pieces.push(Buffer.from(piece));
    length += piece.length;
    if (length > mostBytes) break;
  }
  return Buffer.concat(pieces);
}

const isGzip = (bytes: Buffer): boolean => bytes[0] === 0x1f && bytes[1] === 0x8b;

async function unpacked(bytes: Buffer, name: string): Promise<Buffer> {
  try {
    return await promisify(gunzip)(bytes, { maxOutputLength: mostBytes });
  } catch (cause) {
    if (codeOf(cause) === 'ERR_BUFFER_TOO_LARGE') throw tooLong(name);
    throw new MeshctlError('input', `cannot unpack ${name}`, {
      reason: messageOf(cause),
      hint: 'the file may be cut short: save it again',
      cause,
    });
  }
}

const tooLong = (name: string): MeshctlError =>
  new MeshctlError(
    'input',
    `${name} has more than ${mostBytes} bytes: no file that meshctl reads is as long`,
  );
