import type { Json } from '../json.ts';

/**
 * A decoded value as a check must expect it: fields the schema requires may be absent all the same, since that is
 * reported by the schema and does not stop the semantic rules.
 */
export type Loose<T> = Json extends T
  ? T
  : T extends readonly (infer Item)[]
    ? readonly Loose<Item>[]
    : T extends object
      ? string extends keyof T
        ? Readonly<Record<string, Loose<T[keyof T]>>>
        : { readonly [K in keyof T]?: Loose<T[K]> }
      : T;
