import type { Position, Range } from './range.ts';

/**
 * The text of a file, or of a stretch of a large one, shared by all documents in it. Offsets count from its start. It
 * always ends with a line break, be it that the file does not.
 */
export class SourceText {
  readonly file: string;
  readonly text: string;
  private readonly firstLine: number;
  private starts: number[] | undefined;
  private plainLines: boolean | undefined;

  /** `firstLine` is the number of the text's first line in its file. */
  constructor(file: string, text: string, firstLine = 1) {
    this.file = file;
    this.text = text.endsWith('\n') || text.endsWith('\r') ? text : `${text}\n`;
    this.firstLine = firstLine;
  }

  /** Whether every line, the last included, ends with a line feed. */
  get hasPlainLines(): boolean {
    const { text } = this;
    this.plainLines ??= text.endsWith('\n') && !(text.includes('\r') && /\r(?!\n)/.test(text));
    return this.plainLines;
  }

  position(offset: number): Position {
    const starts = this.lineStarts();
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return { line: low + this.firstLine, column: offset - (starts[low] ?? 0) + 1 };
  }

  range(start: number, end: number): Range {
    return { start: this.position(start), end: this.position(end) };
  }

  /** The lines `from`..`to` of the file, without their line breaks; lines that are not part of this text are left out. */
  lines(from: number, to: number): string[] {
    const starts = this.lineStarts();
    const first = Math.max(from - this.firstLine, 0);
    // After the last line break comes no line.
    const last = Math.min(to - this.firstLine, starts.length - 2);
    const lines: string[] = [];
    for (let i = first; i <= last; i++) {
      lines.push(this.text.slice(starts[i], starts[i + 1]).replace(/\r?\n$|\r$/, ''));
    }
    return lines;
  }

  private lineStarts(): number[] {
    this.starts ??= findLineStarts(this.text);
    return this.starts;
  }
}

function findLineStarts(text: string): number[] {
  const starts = [0];
  if (text.includes('\r')) {
    for (const match of text.matchAll(/\r\n?|\n/g)) starts.push(match.index + match[0].length);
    return starts;
  }
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return starts;
}
