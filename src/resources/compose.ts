import { EVENT_ID, getScalarValue, SCALAR_STYLE, type Event, type ScalarEvent } from 'js-yaml';
import { setKey, type Json, type JsonObject } from '../json.ts';
import { maxDepth, tooDeep } from './parse-events.ts';
import { ReadFault } from './read-fault.ts';
import { Expansion } from './expansion.ts';
import { kubernetesKey, kubernetesScalar, type Scalar } from './scalar.ts';
import { taggedScalar } from './tagged-scalar.ts';

/**
 * The value of a document from its events, with the rules of Kubernetes for scalars, keys, duplicates, merge keys and
 * aliases. Objects behind aliases are shared, not copied. Undefined for a document without content. Throws
 * {@link ReadFault}.
 */
export function compose(source: string, events: readonly Event[]): Json | undefined {
  const composer = new Composer(source);
  for (const event of events) composer.take(event);
  return composer.root;
}

/** A collection that is not complete yet. */
interface Frame {
  readonly items: Json[] | undefined;
  readonly object: JsonObject;
  /** Offset of each key seen, of mappings. */
  readonly keys: Map<string, number>;
  readonly anchor: Anchor | undefined;
  key: string | undefined;
  keyStart: number;
  merging: boolean;
  size: number;
  height: number;
}

interface Anchor {
  value: Json;
  /** Text of a scalar, for its use as a key. */
  readonly scalar: ScalarEvent | undefined;
  /** Nodes in it, itself included, and the levels below it. */
  size: number;
  height: number;
  open: boolean;
}

/** What the parser gives for a place that does not exist. */
const none = -1;

class Composer {
  root: Json | undefined;
  private readonly source: string;
  private readonly frames: Frame[] = [];
  private readonly anchors = new Map<string, Anchor>();
  private readonly expansion = new Expansion();
  private last = 0;

  constructor(source: string) {
    this.source = source;
  }

  take(event: Event): void {
    if (event.type === EVENT_ID.SCALAR) this.takeScalar(event);
    else if (event.type === EVENT_ID.MAPPING) this.open(event, undefined);
    else if (event.type === EVENT_ID.SEQUENCE) this.open(event, []);
    else if (event.type === EVENT_ID.ALIAS) this.takeAlias(event.anchorStart, event.anchorEnd);
    else if (event.type === EVENT_ID.POP && this.frames.length > 0) this.close();
  }

  private takeScalar(event: ScalarEvent): void {
    const start = this.startOf(event);
    const frame = this.frames.at(-1);
    this.expansion.add(1);
    if (expectsKey(frame)) {
      this.assignKey(frame, this.keyOf(event, start), start, isMerge(this.source, event));
      if (event.anchorStart !== none) this.anchor(event, this.scalarOf(event, start), event);
      return;
    }
    const value = this.scalarOf(event, start);
    this.anchor(event, value, event);
    this.add(value, 1, 0, start);
  }

  /** Where a scalar is written; an empty one is where the text before it ends. */
  private startOf(event: ScalarEvent): number {
    const { valueStart, valueEnd, style, tagEnd, anchorEnd } = event;
    const quote = style === SCALAR_STYLE.SINGLE_QUOTED || style === SCALAR_STYLE.DOUBLE_QUOTED ? 1 : 0;
    const start = valueStart === none ? Math.max(tagEnd, anchorEnd, this.last) : valueStart - quote;
    this.last = Math.max(valueEnd + quote, start);
    return start;
  }

  private scalarOf(event: ScalarEvent, start: number): Scalar {
    const text = getScalarValue(this.source, event);
    const tag = event.tagStart === none ? '' : this.source.slice(event.tagStart, event.tagEnd);
    const plain = event.style === SCALAR_STYLE.PLAIN;
    const value = tag === '' ? (plain ? kubernetesScalar(text) : text) : taggedScalar(tag, text, start);
    if (typeof value === 'number' && !Number.isFinite(value)) {
      throw new ReadFault('yaml/number', `${text} is not a number that JSON can hold`, {
        start,
        end: Math.max(event.valueEnd, start),
        hint: 'Quote it if it is text.',
      });
    }
    return value;
  }

  private keyOf(event: ScalarEvent, start: number): string {
    const plain = event.style === SCALAR_STYLE.PLAIN && event.tagStart === none;
    if (plain) {
      const key = kubernetesKey(getScalarValue(this.source, event));
      if (key !== undefined) return key;
    } else {
      const value = this.scalarOf(event, start);
      if (value !== null) return String(value);
    }
    throw keyFault('a key is empty or null', start);
  }

  private open(event: Extract<Event, { start: number }>, items: Json[] | undefined): void {
    if (expectsKey(this.frames.at(-1))) throw keyFault('an object or a list is used as a key', event.start);
    if (this.frames.length >= maxDepth) throw tooDeep(event.start);
    this.expansion.add(1);
    this.last = event.start + 1;
    const object: JsonObject = {};
    const anchor = this.anchor(event, items ?? object);
    if (anchor !== undefined) anchor.open = true;
    this.frames.push({
      items,
      object,
      keys: new Map(),
      anchor,
      key: undefined,
      keyStart: event.start,
      merging: false,
      size: 1,
      height: 0,
    });
  }

  private close(): void {
    const frame = this.frames.pop();
    if (frame === undefined) return;
    if (frame.anchor !== undefined) {
      Object.assign(frame.anchor, { size: frame.size, height: frame.height, open: false });
    }
    this.add(frame.items ?? frame.object, frame.size, frame.height + 1, frame.keyStart);
  }

  private takeAlias(nameStart: number, end: number): void {
    const start = nameStart - 1;
    this.last = end;
    const name = this.source.slice(nameStart, end);
    const anchor = this.anchors.get(name);
    if (anchor === undefined) {
      const hint = 'Define it earlier in the same document, or quote the text.';
      throw new ReadFault('yaml/alias', `no anchor \`&${name}\` comes before this alias`, {
        start,
        end,
        hint,
      });
    }
    if (anchor.open)
      throw new ReadFault('yaml/alias', `the anchor \`&${name}\` contains itself`, { start, end });
    if (this.frames.length + anchor.height > maxDepth) throw tooDeep(start);
    this.expansion.addAlias(anchor.size, start, end);
    const frame = this.frames.at(-1);
    if (!expectsKey(frame)) this.add(anchor.value, anchor.size, anchor.height, start);
    else if (anchor.scalar === undefined) throw keyFault('an object or a list is used as a key', start);
    else this.assignKey(frame, this.keyOf(anchor.scalar, start), start, false);
  }

  private assignKey(frame: Frame, key: string, start: number, merging: boolean): void {
    frame.key = key;
    frame.keyStart = start;
    frame.merging = merging;
    frame.size++;
    if (!merging) this.claim(frame, key, start);
  }

  private claim(frame: Frame, key: string, start: number): void {
    const other = frame.keys.get(key);
    if (other !== undefined) {
      throw new ReadFault('yaml/duplicate-key', `the key ${JSON.stringify(key)} is already given at`, {
        start,
        end: this.keyEnd(start),
        other,
        hint: 'Keep one of the two.',
      });
    }
    frame.keys.set(key, start);
  }

  /** End of the word at an offset: good enough to underline a key. */
  private keyEnd(start: number): number {
    const word = /(?:"(?:[^"\\\n]|\\.)*"|'[^'\n]*'|[^\s:,]+)/y;
    word.lastIndex = start;
    return start + (word.exec(this.source)?.[0].length ?? 1);
  }

  private add(value: Json, size: number, height: number, start: number): void {
    const frame = this.frames.at(-1);
    if (frame === undefined) {
      this.root = value;
      return;
    }
    frame.size += size;
    frame.height = Math.max(frame.height, height);
    if (frame.items !== undefined) frame.items.push(value);
    else if (frame.merging) this.merge(frame, value, start);
    else if (frame.key !== undefined) setKey(frame.object, frame.key, value);
    frame.key = undefined;
    frame.merging = false;
  }

  private merge(frame: Frame, value: Json, start: number): void {
    for (const source of Array.isArray(value) ? value : [value]) {
      if (typeof source !== 'object' || source === null || Array.isArray(source)) {
        throw new ReadFault('yaml/merge', '`<<` needs an object, or a list of objects', { start });
      }
      for (const [key, member] of Object.entries(source)) {
        this.claim(frame, key, frame.keyStart);
        setKey(frame.object, key, member);
      }
    }
  }

  private anchor(
    event: { anchorStart: number; anchorEnd: number },
    value: Json,
    scalar?: ScalarEvent,
  ): Anchor | undefined {
    if (event.anchorStart === none) return undefined;
    const anchor: Anchor = { value, scalar, size: 1, height: 0, open: false };
    this.anchors.set(this.source.slice(event.anchorStart, event.anchorEnd), anchor);
    return anchor;
  }
}

function expectsKey(frame: Frame | undefined): frame is Frame {
  return frame?.items === undefined && frame !== undefined && frame.key === undefined;
}

/** Whether a key is the merge key of YAML 1.1. */
export function isMerge(source: string, event: ScalarEvent): boolean {
  return (
    event.style === SCALAR_STYLE.PLAIN &&
    event.tagStart === none &&
    event.valueEnd - event.valueStart === 2 &&
    source.startsWith('<<', event.valueStart)
  );
}

function keyFault(message: string, start: number): ReadFault {
  return new ReadFault('yaml/key', message, { start, hint: 'Keys are text, numbers or booleans.' });
}
