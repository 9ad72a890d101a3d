import type { JsonObject } from '../../resources/index.ts';
import { asObject, snakeCase } from '../message/index.ts';
import type { DumpItem, DumpSection, SectionKind } from './dump.ts';
import { explainFault, type NamedText } from './explain-fault.ts';
import { ItemReader } from './item-reader.ts';
import { JsonCursor } from './json-cursor.ts';
import type { ListLayout, SectionLayout } from './section-layout.ts';
import type { Shape } from './shape.ts';

/** Where a section lies in the bytes of a dump. */
export interface SectionParts {
  readonly bytes: Buffer;
  /** The dump, for messages. */
  readonly source: NamedText;
  readonly at: number;
  readonly type: string;
  readonly layout: SectionLayout | undefined;
  readonly lists: readonly { readonly list: ListLayout; readonly at: number }[];
  readonly version?: string | undefined;
}

/** A section that is parsed as it is asked for. */
export class Section implements DumpSection {
  readonly #parts: SectionParts;
  readonly type: string;
  readonly kind: SectionKind | undefined;
  readonly version: string | undefined;

  constructor(parts: SectionParts) {
    this.#parts = parts;
    this.type = parts.type;
    this.kind = parts.layout?.kind;
    this.version = parts.version;
  }

  value(): JsonObject {
    const { bytes, at, source, type } = this.#parts;
    return explainFault(source, () => snakeCase(asObject(new JsonCursor(bytes, at).value()), type));
  }

  *items(shape: Shape = true): Generator<DumpItem> {
    const { bytes, source, layout, lists } = this.#parts;
    if (layout === undefined) return;
    for (const { list, at } of lists) {
      const reader = new ItemReader(new JsonCursor(bytes, at), { layout, list, shape, source });
      let items = explainFault(source, () => reader.first());
      while (items !== undefined) {
        yield* items;
        items = explainFault(source, () => reader.next());
      }
    }
  }
}
