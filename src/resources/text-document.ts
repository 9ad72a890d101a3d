import type { Json } from '../json.ts';
import type { Path } from '../path.ts';
import type { Edit, EditStep } from './edit/edit-step.ts';
import { toEdit } from './edit/to-edit.ts';
import { textChanges } from './edit/text-changes.ts';
import { locatePath } from './locate.ts';
import { parseDocument } from './parse-events.ts';
import { buildPositions, type PositionNode } from './position-tree.ts';
import { PlainPositions } from './plain-positions.ts';
import { ReadFault } from './read-fault.ts';
import type { Location, NumberedLine, ReadProblem, SourceDocument } from './resource.ts';
import type { SourceText } from './source-text.ts';

/** A document in the text of its file. */
export class TextDocument implements SourceDocument {
  readonly index: number;
  readonly value: Json | undefined;
  readonly problems: readonly ReadProblem[];
  private readonly source: SourceText;
  private readonly head: number;
  private readonly start: number;
  private readonly end: number;

  constructor(
    source: SourceText,
    content: {
      /** Where what belongs to no document before it begins: comments, a separator. */
      head: number;
      start: number;
      end: number;
      index: number;
      value?: Json | undefined;
      problems: readonly ReadProblem[];
    },
  ) {
    this.source = source;
    this.head = content.head;
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

  linesWith(text: string): NumberedLine[] {
    const own = this.source.text.slice(this.head, this.end);
    if (!own.includes(text)) return [];
    const numbers = new Set<number>();
    for (let at = own.indexOf(text); at !== -1; at = own.indexOf(text, at + text.length))
      numbers.add(this.source.position(this.head + at).line);
    return [...numbers].map((number) => ({ number, text: this.source.lines(number, number).join('') }));
  }

  locate(path: Path): Location {
    const { tree, origin } = this.positions();
    const { node, entry, exact } = locatePath(tree, path);
    const value = this.source.range(origin + node.start, origin + node.end);
    if (entry === undefined) return { value, exact };
    return { value, key: this.source.range(origin + entry.keyStart, origin + entry.keyEnd), exact };
  }

  edits(steps: readonly EditStep[]): Edit[] | undefined {
    const { tree, origin } = this.positions();
    const { text } = this.source;
    const changes = textChanges(origin === 0 ? text : text.slice(origin, this.end), tree, steps);
    return changes?.map((change) => toEdit(this.source, origin, change));
  }

  private positions(): Positions {
    const found = recent.findIndex(({ document }) => document === this);
    const [entry = { document: this, positions: this.readPositions() }] =
      found < 0 ? [] : recent.splice(found, 1);
    recent.unshift(entry);
    recent.length = Math.min(recent.length, mostRecent);
    return entry.positions;
  }

  private readPositions(): Positions {
    const plain = new PlainPositions(this.source).read(this.start, this.end);
    if (plain) return { tree: plain, origin: 0 };
    return { tree: readTree(this.source.text.slice(this.start, this.end)), origin: this.start };
  }
}

/** Offsets in the tree count from `origin`. */
interface Positions {
  readonly tree: PositionNode;
  readonly origin: number;
}

/** Positions take several times the room of their text, so only those of the documents asked for last are kept. */
const recent: { document: TextDocument; positions: Positions }[] = [];
const mostRecent = 8;

/** Of a text that is not YAML, the place of all of it. */
function readTree(text: string): PositionNode {
  try {
    return buildPositions(text, parseDocument(text));
  } catch (error) {
    if (!(error instanceof ReadFault)) throw error;
    const start = text.length - text.trimStart().length;
    return { start, end: Math.max(text.trimEnd().length, start) };
  }
}
