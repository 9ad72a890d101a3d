import type { JsonObject } from '../../resources/index.ts';
import { asObject, snakeCase } from '../message/index.ts';
import type { DumpItem, ItemState } from './dump.ts';
import { readHolder, readResource, type Found, type Holder } from './holder.ts';
import { JsonCursor } from './json-cursor.ts';
import type { ListLayout, SectionLayout } from './section-layout.ts';
import type { Shape } from './shape.ts';

interface Context {
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

  #item({ resource = none, ...holder }: Omit<Holder, 'states'>, state: ItemState): DumpItem {
    const { resourceType, nameField } = this.#context.layout;
    const { raw, message } = resource;
    const named = message[nameField] ?? holder.name;
    return {
      name: typeof named === 'string' ? named : '',
      state,
      lastUpdated: holder.lastUpdated,
      version: holder.version,
      errorState: holder.failure && {
        details: holder.failure.details,
        lastAttempt: holder.failure.lastAttempt,
      },
      message: this.#context.shape === true ? snakeCase(message, resourceType) : message,
      raw,
      whole: () => wholeOf(raw, resourceType),
    };
  }
}

const none: Found = { raw: Buffer.from('{}'), message: {} };

function wholeOf(raw: Buffer, type: string): JsonObject {
  return snakeCase(asObject(new JsonCursor(raw).value()), type);
}
