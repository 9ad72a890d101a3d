import type { Event } from 'js-yaml';

/**
 * A text in which single lines are changed so that the parser takes them, and the way back to the offsets before. The
 * parser wants flow collections and quoted text indented deeper than their key on every line, and no tabs before
 * that; Kubernetes does not mind:
 *
 *     args: [
 *       "a",
 *     ]
 */
export class LooseLines {
  text: string;
  private readonly width: number;
  /** Offsets in `text` where blanks were inserted, ascending. */
  private readonly insertions: number[] = [];

  constructor(text: string) {
    this.text = text;
    this.width = 0;
    for (const [indent] of text.matchAll(/^[-? \t]*/gm)) this.width = Math.max(this.width, indent.length + 1);
  }

  /** Makes the line of an offset acceptable, up to there; false when that was done before. */
  loosen(offset: number): boolean {
    const start =
      Math.max(this.text.lastIndexOf('\n', offset - 1), this.text.lastIndexOf('\r', offset - 1)) + 1;
    const before = this.text.slice(start, offset);
    if (before.includes('\t')) {
      this.text = this.text.slice(0, start) + before.replaceAll('\t', ' ') + this.text.slice(offset);
      return true;
    }
    if (this.insertions.includes(start)) return false;
    this.text = this.text.slice(0, start) + ' '.repeat(this.width) + this.text.slice(start);
    for (const [i, other] of this.insertions.entries())
      if (other > start) this.insertions[i] = other + this.width;
    this.insertions.push(start);
    this.insertions.sort((a, b) => a - b);
    return true;
  }

  /** The offset before all insertions. */
  original(offset: number): number {
    let shift = 0;
    for (const start of this.insertions) {
      if (start >= offset) break;
      shift += Math.min(this.width, offset - start);
    }
    return offset - shift;
  }

  /** Makes the offsets of events those of the original text. */
  restore(events: Event[]): Event[] {
    if (this.insertions.length === 0) return events;
    for (const event of events) {
      const places = event as Partial<Record<(typeof offsets)[number], number>>;
      for (const name of offsets) {
        const offset = places[name];
        if (offset !== undefined && offset > 0) places[name] = this.original(offset);
      }
    }
    return events;
  }
}

const offsets = [
  'start',
  'anchorStart',
  'anchorEnd',
  'tagStart',
  'tagEnd',
  'valueStart',
  'valueEnd',
] as const;
