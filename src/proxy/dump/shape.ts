/**
 * The parts of a message that are wanted: `true` is a whole value, an object names fields as Envoy writes them
 * (`filter_chains`). Lists are passed through: the shape of a list is the shape of its items.
 */
export type Shape = true | { readonly [field: string]: Shape };

/** A shape by the spellings of its fields. */
export type Fields = ReadonlyMap<string, { readonly field: string; readonly shape: Shape }>;

const compiled = new WeakMap<object, Fields>();

/** The fields of a shape by each of their names, `filter_chains` and `filterChains`; made once for each shape. */
export function fieldsOf(shape: Exclude<Shape, true>): Fields {
  const known = compiled.get(shape);
  if (known !== undefined) return known;
  const fields = new Map(
    Object.entries(shape).flatMap(([field, inner]) => {
      const entry = { field, shape: inner };
      return [[field, entry] as const, [camelCase(field), entry] as const];
    }),
  );
  compiled.set(shape, fields);
  return fields;
}

function camelCase(field: string): string {
  return field.replace(/_+([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
}
