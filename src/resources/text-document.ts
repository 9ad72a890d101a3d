import type { Path } from '../path.ts';
import { locatePath } from './locate.ts';
import { parseDocument } from './parse-events.ts';
import { buildPositions, type PositionNode } from './position-tree.ts';
import { ReadFault } from './read-fault.ts';
import type { Json, Location, ReadProblem, SourceDocument } from './resource.ts';
import type { SourceText } from './source-text.ts';

/** A document in the text of its file. */
export class TextDocument implements SourceDocument {
  readonly index: number;
  readonly value: Json | undefined;
  readonly problems: readonly ReadProblem[];
  private readonly source: SourceText;
  private readonly start: number;
  private readonly end: number;

  constructor(
    source: SourceText,
    content: {
      start: number;
      end: number;
      index: number;
      value?: Json | undefined;
      problems: readonly ReadProblem[];
    },
  ) {
    this.source = source;
    this.start = content.start;
    this.end = content.end;
    this.index = content.index;
    this.value = content.value;
    this.problems = content.problems;
  }

  get file(): string {
    return this.source.file;
  }

  lines(from: number, to: number): string[] {
    return this.source.lines(from, to);
  }

  locate(path: Path): Location {
    const { node, entry, exact } = locatePath(this.tree(), path);
    const value = this.range(node.start, node.end);
    if (entry === undefined) return { value, exact };
    return { value, key: this.range(entry.keyStart, entry.keyEnd), exact };
  }

  private range(start: number, end: number): Location['value'] {
    return this.source.range(this.start + start, this.start + end);
  }

  private tree(): PositionNode {
    const found = recent.findIndex(({ document }) => document === this);
    const [entry = { document: this, tree: this.readPositions() }] = found < 0 ? [] : recent.splice(found, 1);
    recent.unshift(entry);
    recent.length = Math.min(recent.length, mostRecent);
    return entry.tree;
  }

  private readPositions(): PositionNode {
    return readPositions(this.source.text.slice(this.start, this.end));
  }
}

/** Positions take several times the room of their text, so only those of the documents asked for last are kept. */
const recent: { document: TextDocument; tree: PositionNode }[] = [];
const mostRecent = 8;

/** Of a text that is not YAML, the place of all of it. */
function readPositions(text: string): PositionNode {
  try {
    return buildPositions(text, parseDocument(text));
  } catch (error) {
    if (!(error instanceof ReadFault)) throw error;
    const start = text.length - text.trimStart().length;
    return { start, end: Math.max(text.trimEnd().length, start) };
  }
}
