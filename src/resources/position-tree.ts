import {
  EVENT_ID,
  SCALAR_STYLE,
  COLLECTION_STYLE,
  CHOMPING_MODE,
  getScalarValue,
  type Event,
  type ScalarEvent,
} from 'js-yaml';
import { isMerge } from './compose.ts';
import { kubernetesKey } from './scalar.ts';

/** Where a value lies in the text of its document, as offsets; with its members, of an object or a list. */
export interface PositionNode {
  start: number;
  end: number;
  readonly entries?: Map<string, PositionEntry>;
  readonly items?: PositionNode[];
  /** Of an object that has a key more than once: all but the last of them. */
  repeated?: PositionEntry[];
  /** Set for what other places may refer to, and for aliases, which do. */
  readonly anchored?: true;
}

export interface PositionEntry {
  readonly keyStart: number;
  readonly keyEnd: number;
  readonly node: PositionNode;
}

/**
 * The places of all values of a document. Quoted scalars include their quotes; block scalars reach from their `|` or
 * `>` to the end of their last line; block collections from their first key or item to the end of their last, flow
 * collections include their brackets. An alias lies where it is written, its members where they are defined, and so do
 * members that `<<` brings in. An empty value is the empty range after its `:` or `-`.
 */
export function buildPositions(source: string, events: readonly Event[]): PositionNode {
  const builder = new Builder(source);
  for (const event of events) builder.take(event);
  return builder.root;
}

interface Frame {
  readonly node: PositionNode;
  readonly flow: boolean;
  readonly anchor: string | undefined;
  key: Key | undefined;
}

interface Key {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly merge: boolean;
}

const none = -1;

class Builder {
  root: PositionNode = { start: 0, end: 0 };
  private readonly source: string;
  private readonly frames: Frame[] = [];
  private readonly anchors = new Map<string, PositionNode>();
  private readonly keys = new Map<string, string>();
  /** End of what was read last. */
  private last = 0;

  constructor(source: string) {
    this.source = source;
  }

  take(event: Event): void {
    if (event.type === EVENT_ID.SCALAR) this.takeScalar(event);
    else if (event.type === EVENT_ID.ALIAS) this.takeAlias(event.anchorStart, event.anchorEnd);
    else if (event.type === EVENT_ID.POP) this.close();
    else if (event.type !== EVENT_ID.DOCUMENT) this.open(event);
  }

  private open(event: Extract<Event, { start: number }>): void {
    const { start } = event;
    const list = event.type === EVENT_ID.SEQUENCE;
    const anchored = event.anchorStart === none ? {} : { anchored: true as const };
    const node: PositionNode = list
      ? { start, end: start, items: [], ...anchored }
      : { start, end: start, entries: new Map(), ...anchored };
    const bracket = this.source.charAt(start) === (list ? '[' : '{');
    const flow = event.style === COLLECTION_STYLE.FLOW && bracket;
    const anchor =
      event.anchorStart === none ? undefined : this.source.slice(event.anchorStart, event.anchorEnd);
    this.frames.push({ node, flow, anchor, key: undefined });
    this.last = flow ? start + 1 : start;
  }

  private close(): void {
    const frame = this.frames.pop();
    if (frame === undefined) return;
    if (frame.flow) {
      const closing = this.skip(this.last, ',:?');
      if (/[\]}]/.test(this.source.charAt(closing))) this.last = closing + 1;
    }
    frame.node.end = Math.max(this.last, frame.node.start);
    if (frame.anchor !== undefined) this.anchors.set(frame.anchor, frame.node);
    this.add(frame.node, '');
  }

  private takeAlias(nameStart: number, end: number): void {
    const name = this.source.slice(nameStart, end);
    const target = this.anchors.get(name);
    this.last = end;
    this.add({ ...target, start: nameStart - 1, end, anchored: true }, this.keys.get(name) ?? '');
  }

  private takeScalar(event: ScalarEvent): void {
    const anchored = event.anchorStart === none ? {} : { anchored: true as const };
    const node: PositionNode = { ...this.place(event), ...anchored };
    this.last = Math.max(node.end, this.last);
    const merge = isMerge(this.source, event);
    const text = this.isKeyNext() || event.anchorStart !== none ? this.keyText(event) : '';
    if (event.anchorStart !== none) {
      const name = this.source.slice(event.anchorStart, event.anchorEnd);
      this.anchors.set(name, node);
      this.keys.set(name, text);
    }
    this.add(node, text, merge);
  }

  private keyText(event: ScalarEvent): string {
    const text = getScalarValue(this.source, event);
    const plain = event.style === SCALAR_STYLE.PLAIN && event.tagStart === none;
    return plain ? (kubernetesKey(text) ?? text) : text;
  }

  private place(event: ScalarEvent): PositionNode {
    const { valueStart, valueEnd, style } = event;
    if (style === SCALAR_STYLE.LITERAL_BLOCK || style === SCALAR_STYLE.FOLDED_BLOCK)
      return this.placeBlock(event);
    if (valueStart === none) return this.placeEmpty(event);
    const quote = style === SCALAR_STYLE.PLAIN ? 0 : 1;
    return { start: valueStart - quote, end: valueEnd + quote };
  }

  private placeBlock(event: ScalarEvent): PositionNode {
    const properties = Math.max(event.tagEnd, event.anchorEnd);
    const start = this.skip(Math.max(properties, this.last), ':-?');
    if (event.chomping === CHOMPING_MODE.KEEP) return { start, end: event.valueEnd };
    return { start, end: lastLineEnd(this.source, event.valueEnd) };
  }

  private placeEmpty(event: ScalarEvent): PositionNode {
    const properties = Math.max(event.tagEnd, event.anchorEnd);
    if (properties !== none) return { start: properties, end: properties };
    const frame = this.frames.at(-1);
    const inList = frame?.node.items !== undefined;
    const next = this.skip(this.last, this.isKeyNext() ? ',' : '');
    const marked = this.source.charAt(next) === (inList ? '-' : ':') && !this.isKeyNext();
    const at = marked ? next + 1 : this.isKeyNext() ? next : this.last;
    return { start: at, end: at };
  }

  /** The next offset from `from` on that is neither blank, nor in a comment, nor one of the given characters. */
  private skip(from: number, characters: string): number {
    let at = from;
    for (; at < this.source.length; at++) {
      const character = this.source.charAt(at);
      if (character === '#' && /[\s]|^$/.test(this.source.charAt(at - 1))) {
        while (at < this.source.length && !/[\r\n]/.test(this.source.charAt(at))) at++;
      } else if (!/\s/.test(character) && !characters.includes(character)) break;
    }
    return at;
  }

  private isKeyNext(): boolean {
    const frame = this.frames.at(-1);
    return frame?.node.entries !== undefined && frame.key === undefined;
  }

  private add(node: PositionNode, text: string, merge = false): void {
    const frame = this.frames.at(-1);
    if (frame === undefined) {
      if (node.end > 0 || this.root.end === 0) this.root = node;
      return;
    }
    if (frame.node.items !== undefined) frame.node.items.push(node);
    else if (frame.key === undefined) frame.key = { text, start: node.start, end: node.end, merge };
    else {
      addEntry(frame.node, frame.key, node);
      frame.key = undefined;
    }
  }
}

function addEntry(target: PositionNode, key: Key, node: PositionNode): void {
  noteRepeated(target, key);
  target.entries?.set(key.text, { keyStart: key.start, keyEnd: key.end, node });
  if (!key.merge) return;
  for (const source of node.items ?? [node]) {
    for (const [name, entry] of source.entries ?? []) {
      if (target.entries?.has(name) === false) target.entries.set(name, entry);
    }
  }
}

function noteRepeated(target: PositionNode, key: Key): void {
  const former = target.entries?.get(key.text);
  if (former !== undefined) (target.repeated ??= []).push(former);
}

/** The end of the last line before an offset that is not blank. */
function lastLineEnd(source: string, from: number): number {
  let end = from;
  for (let at = from; /[ \r\n]/.test(source.charAt(at - 1)); at--) {
    if (source.charAt(at - 1) !== ' ') end = at - 1;
  }
  return end;
}
