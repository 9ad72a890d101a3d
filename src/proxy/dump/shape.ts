/**
 * The parts of a message that are wanted: `true` is a whole value, an object names fields as Envoy writes them
 * (`filter_chains`). Lists are passed through: the shape of a list is the shape of its items.
 */
export type Shape = true | { readonly [field: string]: Shape };

/** A field of a shape in one of its spellings. */
export interface WantedField {
  readonly field: string;
  readonly shape: Shape;
  /** As it stands between the quotes of a JSON text. */
  readonly spelling: Buffer;
}

const compiled = new WeakMap<object, readonly WantedField[]>();

/** The fields of a shape in each of their spellings, `filter_chains` and `filterChains`; made once for each shape. */
export function fieldsOf(shape: Exclude<Shape, true>): readonly WantedField[] {
  const known = compiled.get(shape);
  if (known !== undefined) return known;
  const fields = Object.entries(shape).flatMap(([field, inner]) =>
    [...new Set([field, camelCase(field)])].map((name) => ({
      ...{ field, shape: inner },
      spelling: Buffer.from(JSON.stringify(name).slice(1, -1)),
    })),
  );
  compiled.set(shape, fields);
  return fields;
}

/** The field that the bytes from `start` to `end` name. Keys that are written with needless escapes are not known. */
export function wantedField(
  fields: readonly WantedField[],
  bytes: Buffer,
  start: number,
  end: number,
): WantedField | undefined {
  for (const wanted of fields) if (spells(wanted.spelling, bytes, start, end)) return wanted;
  return undefined;
}

function spells(spelling: Buffer, bytes: Buffer, start: number, end: number): boolean {
  if (spelling.length !== end - start) return false;
  for (let i = 0; i < spelling.length; i++) if (spelling[i] !== bytes[start + i]) return false;
  return true;
}

function camelCase(field: string): string {
  return field.replace(/_+([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
}
