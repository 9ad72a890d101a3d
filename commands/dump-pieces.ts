import { open, type FileHandle } from 'node:fs/promises';
import path from 'node:path';
import { Readable } from 'node:stream';
import { MeshctlError, messageOf } from '../src/errors.ts';
import type { Io } from './io.ts';

/** A saved answer of a proxy that is read piece by piece. */
export interface DumpPieces {
  /** As the user gave it, `standard input` for `-`. */
  readonly name: string;
  /** How many bytes there are, where that is known before. */
  readonly size: number | undefined;
  /** Unpacked, whatever the name of the file. Each piece stands until the next one is asked for. */
  readonly pieces: AsyncIterable<Buffer>;
}

/** Opens a file, or standard input for `-`. Throws MeshctlError (input) where it cannot be read, here or on the way. */
export async function openDump(io: Pick<Io, 'stdin' | 'cwd'>, file: string): Promise<DumpPieces> {
  if (file === '-') {
    const name = 'standard input';
    return { name, size: undefined, pieces: unpacked(explained(buffers(io.stdin()), name), name) };
  }
  const { handle, size } = await opened(path.resolve(io.cwd, file), file);
  return { name: file, size, pieces: unpacked(explained(piecesOf(handle), file), file) };
}

async function opened(file: string, name: string): Promise<{ handle: FileHandle; size: number | undefined }> {
  try {
    const handle = await open(file);
    const { size } = await handle.stat();
    return { handle, size: size === 0 ? undefined : size };
  } catch (cause) {
    throw unreadable(name, cause);
  }
}

async function* buffers(stream: NodeJS.ReadableStream): AsyncGenerator<Buffer> {
  for await (const piece of stream) yield Buffer.from(piece);
}

const pieceLength = 1 << 20;

/** Two buffers in turn: while one is looked at, the other is filled. */
async function* piecesOf(handle: FileHandle): AsyncGenerator<Buffer> {
  let [filling, idle] = [Buffer.allocUnsafeSlow(pieceLength), Buffer.allocUnsafeSlow(pieceLength)];
  try {
    let reading = handle.read(filling, 0, pieceLength);
    for (;;) {
      const { bytesRead } = await reading;
      if (bytesRead === 0) return;
      const piece = filling.subarray(0, bytesRead);
      [filling, idle] = [idle, filling];
      reading = handle.read(filling, 0, pieceLength);
      // Its failure counts when its turn comes, which it may not.
      reading.catch(() => undefined);
      yield piece;
    }
  } finally {
    await handle.close();
  }
}

async function* explained(pieces: AsyncIterable<Buffer>, name: string): AsyncGenerator<Buffer> {
  try {
    yield* pieces;
  } catch (cause) {
    throw unreadable(name, cause);
  }
}

async function* unpacked(pieces: AsyncGenerator<Buffer>, name: string): AsyncGenerator<Buffer> {
  const first = await pieces.next();
  if (first.done === true) return;
  const whole = following(first.value, pieces);
  if (first.value[0] === 0x1f && first.value[1] === 0x8b) yield* gunzipped(whole, name);
  else yield* whole;
}

async function* following(first: Buffer, others: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  yield first;
  yield* others;
}

async function* gunzipped(pieces: AsyncIterable<Buffer>, name: string): AsyncGenerator<Buffer> {
  const { createGunzip } = await import('node:zlib');
  const gunzip = createGunzip({ chunkSize: pieceLength });
  const packed = Readable.from(copies(pieces)).on('error', (error) => gunzip.destroy(error));
  try {
    yield* packed.pipe(gunzip) as AsyncIterable<Buffer>;
  } catch (cause) {
    if (cause instanceof MeshctlError) throw cause;
    throw new MeshctlError('input', `cannot unpack ${name}`, {
      reason: messageOf(cause),
      hint: 'the file may be cut short: save it again',
      cause,
    });
  }
}

/** Streams ask for the next piece before they have done with one. */
async function* copies(pieces: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  for await (const piece of pieces) yield Buffer.from(piece);
}

const unreadable = (name: string, cause: unknown): MeshctlError =>
  new MeshctlError('input', `cannot read ${name}`, { reason: messageOf(cause), cause });
