/** An object without the properties that are undefined. */
export type Given<T> = { readonly [K in keyof T]?: Exclude<T[K], undefined> };

/** Leaves out what is undefined, for options that may be absent but not undefined. */
export function given<T extends object>(values: T): Given<T> {
  const held = Object.entries(values).filter(([, value]) => value !== undefined);
  // Only properties without a value are gone.
  return Object.fromEntries(held) as Given<T>;
}
