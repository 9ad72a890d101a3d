import type { JsonObject } from './json.ts';

/** An object of somebody else's JSON. Fields that are missing, or of another type than asked for, read as nothing. */
export interface Fields {
  readonly raw: JsonObject;
  /** Empty when there is no text; a number reads as its digits. */
  readonly text: (name: string) => string;
  readonly texts: (name: string) => readonly string[];
  readonly inner: (name: string) => Fields | undefined;
  /** The objects of a list or of a map, in the order of the dump. */
  readonly items: (name: string) => readonly Item[];
}

/** An object of a list or a map. */
export interface Item {
  /** Its key; undefined in a list. */
  readonly key: string | undefined;
  readonly fields: Fields;
}

/** Makes the fields of an object readable; undefined when the value is no object. */
export function fieldsOf(value: unknown): Fields | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
  const raw = value as JsonObject;
  const at = (name: string): unknown => (Object.hasOwn(raw, name) ? raw[name] : undefined);
  return {
    raw,
    text: (name) => textOf(at(name)),
    texts: (name) => textsOf(at(name)),
    inner: (name) => fieldsOf(at(name)),
    items: (name) => itemsOf(at(name)),
  };
}

function textOf(value: unknown): string {
  if (typeof value === 'number') return String(value);
  return typeof value === 'string' ? value : '';
}

function textsOf(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.map(textOf).filter((text) => text !== '') : [];
}

function itemsOf(value: unknown): readonly Item[] {
  const entries: readonly (readonly [string | undefined, unknown])[] = Array.isArray(value)
    ? value.map((item: unknown) => [undefined, item])
    : Object.entries(fieldsOf(value)?.raw ?? {});
  return entries.flatMap(([key, item]) => {
    const fields = fieldsOf(item);
    return fields ? [{ key, fields }] : [];
  });
}
