import { isObject, type Json } from '../json.ts';
import type { Path } from '../path.ts';
import type { Edit, EditStep } from './edit/edit-step.ts';
import { toEdit } from './edit/to-edit.ts';
import { textChanges } from './edit/text-changes.ts';
import { jsonItems, type Stretch } from './json-items.ts';
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
  private readonly isJson: boolean;
  private items: readonly Stretch[] | undefined;

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
      /** Whether it is JSON to the letter. */
      isJson?: boolean;
    },
  ) {
    this.source = source;
    this.head = content.head;
    this.start = content.start;
    this.end = content.end;
    this.index = content.index;
    this.value = content.value;
    this.problems = content.problems;
    this.isJson = content.isJson ?? false;
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
    const item = this.itemAt(path);
    const { tree, origin } = item === undefined ? this.positions() : this.positions(item);
    const { node, entry, exact } = locatePath(tree, item === undefined ? path : path.slice(2));
    const value = this.source.range(origin + node.start, origin + node.end);
    if (entry === undefined) return { value, exact };
    return { value, key: this.source.range(origin + entry.keyStart, origin + entry.keyEnd), exact };
  }

  edits(steps: readonly EditStep[]): Edit[] | undefined {
    const [first] = steps;
    // To change an item as a whole takes the list around it.
    const areWithin = steps.every(({ path }) => path.length > 2);
    const item = areWithin && first ? this.itemAt(first.path) : undefined;
    if (item === undefined) return this.editsWithin(steps, { start: this.start, end: this.end });
    if (steps.some(({ path }) => this.itemAt(path) !== item)) return undefined;
    return this.editsWithin(
      steps.map((step) => ({ ...step, path: step.path.slice(2) })),
      item,
      item,
    );
  }

  private editsWithin(steps: readonly EditStep[], { end }: Stretch, item?: Stretch): Edit[] | undefined {
    const { tree, origin } = this.positions(item);
    const { text } = this.source;
    const changes = textChanges(origin === 0 ? text : text.slice(origin, end), tree, steps);
    return changes?.map((change) => toEdit(this.source, origin, change));
  }

  /** Where the item of a long list lies that a path leads into: only its positions are looked for. */
  private itemAt([list, index]: Path): Stretch | undefined {
    if (list !== 'items' || typeof index !== 'number') return undefined;
    const { value } = this;
    if (!this.isJson || !isObject(value) || !Array.isArray(value.items) || value.items.length < longList)
      return undefined;
    this.items ??= jsonItems(this.source.text, this.start, this.end);
    // Only objects and lists are found.
    return this.items.length === value.items.length ? this.items[index] : undefined;
  }

  private positions(item?: Stretch): Positions {
    const known = item ?? this;
    const found = recent.findIndex(({ of }) => of === known);
    const [entry = { of: known, positions: this.readPositions(item) }] =
      found < 0 ? [] : recent.splice(found, 1);
    recent.unshift(entry);
    recent.length = Math.min(recent.length, mostRecent);
    return entry.positions;
  }

  private readPositions(item: Stretch | undefined): Positions {
    if (item !== undefined)
      return { tree: readTree(this.source.text.slice(item.start, item.end)), origin: item.start };
    const { start, end } = this;
    if (end - start > largest) return { tree: { start, end }, origin: 0 };
    const plain = new PlainPositions(this.source).read(start, end);
    if (plain) return { tree: plain, origin: 0 };
    return { tree: readTree(this.source.text.slice(start, end)), origin: start };
  }
}

/** From so many items on, positions are looked for in single items. */
const longList = 100;
/** In larger documents only items have places, and the rest that of the document. */
const largest = 64 * 1024 * 1024;

/** Offsets in the tree count from `origin`. */
interface Positions {
  readonly tree: PositionNode;
  readonly origin: number;
}

/** Positions take several times the room of their text, so only those of the documents asked for last are kept. */
const recent: { of: TextDocument | Stretch; positions: Positions }[] = [];
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
