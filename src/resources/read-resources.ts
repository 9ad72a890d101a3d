import { closeSync, fstatSync, openSync, readFileSync, readSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { MeshctlError } from '../errors.ts';
import { findInputs, reasonOf, type Input } from './find-inputs.ts';
import { maxDocumentSize, maxJsonSize } from './chunk-reader.ts';
import { readSegment } from './read-text.ts';
import type { ReadResult, Resource, SourceDocument } from './resource.ts';
import { pieceSize, SegmentCutter, type Segment } from './segment-cutter.ts';
import { unfold } from './unfold.ts';

/** Where files are read from, and how standard input is called. */
export interface ReadOptions {
  /** Relative paths start here; the default is the working directory. */
  readonly cwd?: string;
  /** What `-` reads; the default is standard input. */
  readonly stdin?: AsyncIterable<Uint8Array | string>;
  /** The file name that findings in standard input carry; the default is `-`. */
  readonly stdinFilename?: string;
  /** Files that are not read though a folder or pattern holds them, such as a report that goes there. */
  readonly except?: readonly string[];
}

/**
 * Reads files (those of gzip unpacked), folders (recursively, `.yaml` `.yml` `.json`, in lexical order), patterns, and standard input (`-`),
 * each file once. Throws `MeshctlError('input')` for a path that does not exist or cannot be opened, and for a
 * pattern that matches nothing; what is wrong inside a file is a problem of its documents.
 */
export async function readResources(
  paths: readonly string[],
  options: ReadOptions = {},
): Promise<ReadResult> {
  const documents: SourceDocument[] = [];
  const resources: Resource[] = [];
  const notices: string[] = [];
  let files = 0;
  for await (const batch of readBatches(paths, options)) {
    for (const document of batch.documents) documents.push(document);
    for (const resource of batch.resources) resources.push(resource);
    for (const notice of batch.notices) notices.push(notice);
    files += batch.files;
  }
  return { documents, resources, files, notices };
}

/**
 * Like {@link readResources}, a few megabytes at a time: who drops a batch before asking for the next one reads any
 * amount in bounded memory. The sum of all `files` is the number of files.
 */
export async function* readBatches(
  paths: readonly string[],
  options: ReadOptions = {},
): AsyncGenerator<ReadResult> {
  const { cwd = process.cwd(), stdinFilename = '-', except } = options;
  const { inputs, notices } = findInputs(paths, cwd, stdinFilename, except);
  if (notices.length > 0) yield { documents: [], resources: [], files: 0, notices };
  for (const input of inputs) {
    const reader = new FileReader(input.file);
    const pieces =
      input.path === undefined ? (options.stdin ?? standardInput()) : piecesOf(input, input.path);
    for await (const piece of pieces) {
      const batch = reader.push(piece);
      if (batch !== undefined) yield batch;
    }
    yield reader.end();
  }
}

/** Reads one file whole. Throws `MeshctlError('input')` if it cannot be opened. */
export function readFile(input: Input, path: string): ReadResult {
  const reader = new FileReader(input.file);
  const batches: ReadResult[] = [];
  for (const piece of piecesOf(input, path)) {
    const batch = reader.push(piece);
    if (batch !== undefined) batches.push(batch);
  }
  batches.push(reader.end());
  return {
    documents: batches.flatMap(({ documents }) => documents),
    resources: batches.flatMap(({ resources }) => resources),
    files: 1,
    notices: [],
  };
}

function standardInput(): AsyncIterable<Uint8Array> {
  return process.stdin;
}

/** Turns the bytes of one file into batches. */
class FileReader {
  private readonly file: string;
  private readonly cutter = new SegmentCutter(maxDocumentSize, maxJsonSize);
  private firstLine = 1;
  private firstIndex = 0;

  constructor(file: string) {
    this.file = file;
  }

  push(piece: Uint8Array | string): ReadResult | undefined {
    const bytes =
      typeof piece === 'string'
        ? Buffer.from(piece)
        : Buffer.from(piece.buffer, piece.byteOffset, piece.length);
    const segment = this.cutter.push(bytes);
    return segment && this.read(segment, 0);
  }

  end(): ReadResult {
    const segment = this.cutter.end();
    return segment ? this.read(segment, 1) : { documents: [], resources: [], files: 1, notices: [] };
  }

  private read(segment: Segment, files: number): ReadResult {
    const { file, firstLine, firstIndex } = this;
    const documents = readSegment(segment, { file, firstLine, firstIndex });
    this.firstLine += segment.lineFeeds;
    this.firstIndex += documents.length;
    return { documents, resources: documents.flatMap(unfold), files, notices: [] };
  }
}

/** Synchronous reads: a file read through the thread pool takes several times as long, and nothing else waits. */
function* piecesOf(input: Input, path: string): Generator<Buffer> {
  let descriptor: number | undefined;
  let begun = false;
  try {
    descriptor = openSync(path, 'r');
    const { size } = fstatSync(descriptor);
    for (;;) {
      const piece = Buffer.allocUnsafeSlow(Math.min(Math.max(size + 1, 65_536), pieceSize));
      const length = readSync(descriptor, piece, 0, piece.length, null);
      if (length === 0) return;
      if (!begun && isGzip(piece)) {
        yield gunzipSync(readFileSync(path), { maxOutputLength: maxJsonSize });
        return;
      }
      begun = true;
      yield piece.subarray(0, length);
    }
  } catch (cause) {
    throw new MeshctlError('input', `cannot read ${input.file}`, { reason: reasonOf(cause), cause });
  } finally {
    if (descriptor !== undefined) closeSync(descriptor);
  }
}

const isGzip = (bytes: Buffer): boolean => bytes[0] === 0x1f && bytes[1] === 0x8b;
