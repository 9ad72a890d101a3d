/** Whole documents from a stream, as bytes. */
export interface Segment {
  readonly bytes: Buffer;
  /** Set for a single document above the limit: its size. `bytes` is then only its start. */
  readonly tooLarge: number | undefined;
  /** Line feeds in the documents, those that `bytes` leaves out included. */
  readonly lineFeeds: number;
}

/** How much is read before the first cut is tried, in bytes: a smaller file is one segment. */
export const pieceSize = 1024 * 1024;

/**
 * Cuts a stream of bytes into segments at its document separators, so that a file of any size is read in little
 * memory. A document above `limit` bytes, or `jsonLimit` where it begins as JSON does, is dropped while it streams by.
 */
export class SegmentCutter {
  private readonly limit: number;
  private readonly jsonLimit: number;
  private pieces: Buffer[] = [];
  private size = 0;
  private nextTry = pieceSize;
  private dropped: { head: Buffer; size: number; lineFeeds: number } | undefined;

  constructor(limit: number, jsonLimit: number) {
    this.limit = limit;
    this.jsonLimit = jsonLimit;
  }

  /** Takes bytes, gives back a segment when one is complete. */
  push(piece: Buffer): Segment | undefined {
    this.pieces.push(piece);
    this.size += piece.length;
    if (this.size < this.nextTry) return undefined;
    const bytes = this.join();
    const cut = this.dropped === undefined ? bytes.lastIndexOf(separator) : bytes.indexOf(separator);
    if (cut >= 0) return this.cut(bytes, cut + 1);
    const limit = beginsAsJson(bytes) ? this.jsonLimit : this.limit;
    if (bytes.length > limit || this.dropped !== undefined) this.drop(bytes);
    else this.nextTry = bytes.length * 2;
    return undefined;
  }

  /** What is left at the end of the stream. */
  end(): Segment | undefined {
    const bytes = this.join();
    return bytes.length === 0 && this.dropped === undefined ? undefined : this.cut(bytes, bytes.length);
  }

  private join(): Buffer {
    const [first, second] = this.pieces;
    const bytes = first !== undefined && second === undefined ? first : Buffer.concat(this.pieces);
    this.pieces = [bytes];
    return bytes;
  }

  private cut(bytes: Buffer, end: number): Segment {
    const { dropped } = this;
    const own = bytes.subarray(0, end);
    this.dropped = undefined;
    this.keep(bytes.subarray(end));
    this.nextTry = pieceSize;
    if (dropped === undefined) return { bytes: own, tooLarge: undefined, lineFeeds: countLineFeeds(own) };
    const lineFeeds = dropped.lineFeeds + countLineFeeds(own);
    return { bytes: dropped.head, tooLarge: dropped.size + own.length, lineFeeds };
  }

  /** Forgets all but the last bytes, in which a separator may begin. */
  private drop(bytes: Buffer): void {
    const gone = bytes.subarray(0, bytes.length - separator.length + 1);
    this.dropped ??= { head: firstLines(bytes), size: 0, lineFeeds: 0 };
    this.dropped.size += gone.length;
    this.dropped.lineFeeds += countLineFeeds(gone);
    this.keep(bytes.subarray(gone.length));
    this.nextTry = pieceSize;
  }

  private keep(rest: Buffer): void {
    this.pieces = rest.length === 0 ? [] : [Buffer.from(rest)];
    this.size = rest.length;
  }
}

const beginsAsJson = (bytes: Buffer): boolean =>
  bytes.subarray(0, 100).toString('latin1').trimStart().startsWith('{');

const separator = '\n---';
const lineFeed = 10;

/** A few whole lines, to have something to point at. */
function firstLines(bytes: Buffer): Buffer {
  const start = bytes.subarray(0, 4096);
  return Buffer.from(start.subarray(0, start.lastIndexOf(lineFeed) + 1));
}

function countLineFeeds(bytes: Buffer): number {
  let count = 0;
  for (let at = bytes.indexOf(lineFeed); at !== -1; at = bytes.indexOf(lineFeed, at + 1)) count++;
  return count;
}
