/** A stretch of a file that holds one document, or the separator line that is not one. Offsets into the file's text. */
export interface Chunk {
  readonly start: number;
  readonly end: number;
  /** A separator with text after it: the line is not a document, and no separator either. */
  readonly badSeparator: boolean;
}

/**
 * Cuts a text at its separators: lines that start with `---`, or that are `...`, with blanks or a comment after it.
 * A line with anything else right after `---` is given as a chunk of its own.
 */
export function* splitDocuments(text: string): Generator<Chunk> {
  // Most large texts are one document; this finds it out in a fraction of the time.
  if (holdsMarker(text)) yield* cutAtMarkers(text);
  else yield { start: 0, end: text.length, badSeparator: false };
}

function* cutAtMarkers(text: string): Generator<Chunk> {
  let start = 0;
  const line = text.includes('\r') ? anyLine : feedLine;
  for (const match of text.matchAll(line)) {
    const [whole, lead = '', marker = '', rest = ''] = match;
    const good = (marker === '---' ? blankAfterDashes : blankAfterDots).test(rest);
    if (!good && marker === '...') continue;
    const separator = match.index + lead.length;
    const end = match.index + whole.length;
    yield { start, end: separator, badSeparator: false };
    if (!good) yield { start: separator, end, badSeparator: true };
    start = end;
  }
  yield { start, end: text.length, badSeparator: false };
}

const holdsMarker = (text: string): boolean =>
  /^(?:---|\.\.\.)/.test(text) ||
  ['\n---', '\n...', '\r---', '\r...'].some((marker) => text.includes(marker));

/** Line break or start, marker, rest of the line; the next line break is left for the next match. */
const feedLine = /(^|\n)(---|\.\.\.)([^\n]*)/g;
const anyLine = /(^|[\n\r])(---|\.\.\.)([^\n\r]*)/g;

const blankAfterDashes = /^[ \t]*(?:#|$)/;
const blankAfterDots = /^(?:[ \t]+#|[ \t]*$)/;
