import { displayWidth, graphemes } from './display-width.ts';
import { printable, unprintable } from './printable.ts';

/** A line of source as it looks on a screen, where a tab or a wide character takes more than one cell. */
export interface DrawnLine {
  /** In cells. */
  readonly width: number;
  /** The cell where the character at a UTF-16 offset begins; the width for offsets past the end. */
  readonly cellOf: (offset: number) => number;
  /** The cells `from`..`to` (exclusive); a character cut in half becomes blanks. */
  readonly slice: (from: number, to: number) => string;
}

const tabStop = 4;
const simple = /^[ -~]*$/;

/** Lays a line out with tabs expanded and everything that would steer the terminal spelt out. */
export function drawLine(line: string): DrawnLine {
  if (!simple.test(line) || printable(line) !== line) return drawGlyphs(layOut(line));
  return {
    width: line.length,
    cellOf: (offset) => Math.min(offset, line.length),
    slice: (from, to) => line.slice(from, to),
  };
}

interface Glyph {
  readonly text: string;
  /** UTF-16 offset after it in the source. */
  readonly end: number;
  /** Cells `from`..`to` that it takes. */
  readonly from: number;
  readonly to: number;
}

function layOut(line: string): Glyph[] {
  const replaced = unprintable(line);
  const glyphs: Glyph[] = [];
  let cell = 0;
  for (const { segment, index } of graphemes(line)) {
    const text =
      segment === '\t' ? ' '.repeat(tabStop - (cell % tabStop)) : (replaced.get(index) ?? printable(segment));
    const to = cell + displayWidth(text);
    glyphs.push({ text, end: index + segment.length, from: cell, to });
    cell = to;
  }
  return glyphs;
}

function drawGlyphs(glyphs: readonly Glyph[]): DrawnLine {
  const width = glyphs.at(-1)?.to ?? 0;
  return {
    width,
    cellOf: (offset) => glyphs.find((glyph) => offset < glyph.end)?.from ?? width,
    slice: (from, to) =>
      glyphs
        .filter((glyph) => glyph.to > from && glyph.from < to)
        .map((glyph) =>
          glyph.from >= from && glyph.to <= to
            ? glyph.text
            : ' '.repeat(Math.min(glyph.to, to) - Math.max(glyph.from, from)),
        )
        .join(''),
  };
}
