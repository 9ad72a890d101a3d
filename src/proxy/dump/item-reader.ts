import type { JsonObject } from '../../resources/index.ts';
import { asObject, asText, snakeCase } from '../message/index.ts';
import type { DumpItem, ItemState, UpdateFailure } from './dump.ts';
import { explainFault, type NamedText } from './explain-fault.ts';
import { readHolder, readResource, type Found, type Holder } from './holder.ts';
import { JsonCursor } from './json-cursor.ts';
import type { ListLayout, SectionLayout } from './section-layout.ts';
import type { Shape } from './shape.ts';

interface Context {
  /** The dump, for messages. */
  readonly source: NamedText;
  readonly layout: SectionLayout;
  readonly list: ListLayout;
  readonly shape: Shape;
}

/** Reads a list of a section item by item. What stands in the list is one resource, or one for each of its states. */
export class ItemReader {
  readonly #cursor: JsonCursor;
  readonly #context: Context;

  constructor(cursor: JsonCursor, context: Context) {
    const { layout, shape } = context;
    this.#cursor = cursor;
    this.#context = { ...context, shape: shape === true ? true : { [layout.nameField]: true, ...shape } };
  }

  /** The items of the first entry; undefined when there is none. */
  first(): DumpItem[] | undefined {
    return this.#cursor.enter('[') ? this.#entry() : undefined;
  }

  /** Those of the entry after the last one. */
  next(): DumpItem[] | undefined {
    return this.#cursor.next(']') ? this.#entry() : undefined;
  }

  #entry(): DumpItem[] {
    const { list, shape } = this.#context;
    const { state = 'active' } = list;
    if (list.resource === undefined && list.state !== undefined)
      return [this.#item({ resource: readResource(this.#cursor, shape) }, state)];
    const holder = readHolder(this.#cursor, list.resource ?? '', shape);
    const { states, failure, name } = holder;
    if (states.length > 0) return states.map(([each, held]) => this.#item({ ...held, name, failure }, each));
    if (holder.resource === undefined && failure !== undefined)
      return [this.#item({ ...holder, resource: failure.configuration }, 'rejected')];
    return holder.resource === undefined && list.state === undefined ? [] : [this.#item(holder, state)];
  }

  #item(holder: Omit<Holder, 'states'>, state: ItemState): DumpItem {
    return new Item(this.#cursor.bytes, holder, state, this.#context);
  }
}

const nothing = Buffer.from('{}');

/** Where a resource lies, and what it is. */
interface Place {
  readonly bytes: Buffer;
  readonly found: Found;
  readonly type: string;
  readonly source: NamedText;
}

/** An item that finds its bytes when it is asked for them: there are many, and few are asked. */
class Item implements DumpItem {
  readonly name: string;
  readonly state: ItemState;
  readonly lastUpdated: string | undefined;
  readonly version: string | undefined;
  readonly errorState: UpdateFailure | undefined;
  readonly message: JsonObject;
  readonly #place: Place | undefined;

  constructor(
    bytes: Buffer,
    { resource, name, failure, lastUpdated, version }: Omit<Holder, 'states'>,
    state: ItemState,
    { layout: { nameField, resourceType: type }, shape, source }: Context,
  ) {
    const message = resource?.message ?? {};
    this.name = asText(message[nameField] ?? name);
    this.state = state;
    this.lastUpdated = lastUpdated;
    this.version = version;
    this.errorState = failure && { details: failure.details, lastAttempt: failure.lastAttempt };
    this.message = shape === true ? snakeCase(message, type) : message;
    this.#place = resource && { bytes, found: resource, type, source };
  }

  get raw(): Buffer {
    if (this.#place === undefined) return nothing;
    const { bytes, found } = this.#place;
    return bytes.subarray(found.start, found.end);
  }

  whole(): JsonObject {
    if (this.#place === undefined) return {};
    const { bytes, found, type, source } = this.#place;
    return explainFault(source, () => snakeCase(asObject(new JsonCursor(bytes, found.start).value()), type));
  }
}
