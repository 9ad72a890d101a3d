import { gzipSync } from 'node:zlib';
import type { ViewDocument } from '../view.ts';

/** Documents that are kept together. */
export interface Piece {
  /** Number of its first document. */
  readonly first: number;
  /** Where the next piece begins. */
  readonly end: number;
  /** A JSON list of the documents; the same in gzip and base64; null where it had no room. */
  readonly text: string | null;
  readonly zipped: boolean;
}

/** The documents as they stand in a page. */
export interface PackedDocuments {
  readonly titles: readonly string[];
  readonly pieces: readonly Piece[];
}

/** How much room documents may take, in characters. */
export interface DocumentLimits {
  /** What is above is compressed. */
  readonly plain: number;
  /** Of all, as they stand in the page: what is above is left out. */
  readonly all: number;
}

const usual: DocumentLimits = { plain: 2_000_000, all: 64_000_000 };
const pieceLength = 400_000;

/** Puts documents into pieces that the page reads one at a time. */
export function packDocuments(
  documents: readonly ViewDocument[],
  { plain, all }: DocumentLimits = usual,
): PackedDocuments {
  const pieces: Piece[] = [];
  let waiting: string[] = [];
  let [first, length, taken, read] = [0, 0, 0, 0];
  const close = (end: number): void => {
    if (end === first) return;
    const piece = taken > all ? null : pieceOf(waiting, read > plain);
    taken += piece?.text.length ?? 0;
    pieces.push({ first, end, text: piece?.text ?? null, zipped: piece?.zipped ?? false });
    [waiting, first, length] = [[], end, 0];
  };
  documents.forEach(({ json }, index) => {
    if (taken > all) return;
    const text = JSON.stringify(json());
    waiting.push(text);
    length += text.length;
    read += text.length;
    if (length > pieceLength) close(index + 1);
  });
  close(documents.length);
  return { titles: documents.map(({ title }) => title), pieces };
}

function pieceOf(texts: readonly string[], zipped: boolean): { text: string; zipped: boolean } {
  const text = `[${texts.join(',')}]`;
  return { text: zipped ? gzipSync(text).toString('base64') : text, zipped };
}
