import { isObject, type Json } from '../json.ts';

/**
 * What meshctl reads of a kind whose schema it does not hold, such as Service. Fields that are not named are of no
 * interest; a value of the wrong type is left out, so that rules need not look twice.
 */
export interface Shape<T> {
  /** Whether the value can be taken as it is. */
  readonly fits: (value: Json) => boolean;
  /** What can be taken of it; {@link Shape.none} where nothing can. */
  readonly read: (value: Json) => T;
  /** What stands for a value of the wrong type in a list. */
  readonly none: T;
}

/** The type that a shape reads. */
export type Read<S> = S extends Shape<infer T> ? T : never;

const scalar = <T extends Json>(none: T, fits: (value: Json) => value is T): Shape<T> => ({
  ...{ none, fits },
  read: (value) => (fits(value) ? value : none),
});

export const text = scalar('', (value): value is string => typeof value === 'string');
export const number = scalar(0, (value): value is number => typeof value === 'number');
export const bool = scalar(false, (value): value is boolean => typeof value === 'boolean');
export const textOrNumber = scalar<string | number>(
  '',
  (value): value is string | number => typeof value === 'string' || typeof value === 'number',
);

/** A list; an item of the wrong type stays as an empty one, so that indexes are those of the file. */
export const list = <T>(item: Shape<T>): Shape<readonly T[]> => ({
  none: [],
  fits: (value) => Array.isArray(value) && value.every(item.fits),
  read: (value) => (Array.isArray(value) ? value.map(item.read) : []),
});

/** A mapping of any names to values of one shape. */
export const map = <T>(item: Shape<T>): Shape<Readonly<Record<string, T>>> => ({
  none: {},
  fits: (value) => isObject(value) && Object.values(value).every(item.fits),
  read: (value) =>
    isObject(value)
      ? Object.fromEntries(
          Object.entries(value).flatMap(([name, held]) => (item.fits(held) ? [[name, item.read(held)]] : [])),
        )
      : {},
});

type Fields = Readonly<Record<string, Shape<unknown>>>;
type ReadObject<F extends Fields> = { readonly [K in keyof F]?: Read<F[K]> };

/** An object; every field may be absent, and null is as good as absent. */
export function object<F extends Fields>(fields: F): Shape<ReadObject<F>> {
  const names = Object.keys(fields);
  const fits = (value: Json): boolean =>
    isObject(value) && names.every((name) => value[name] === undefined || fields[name]?.fits(value[name]));
  return {
    none: {},
    fits,
    read: (value) => {
      if (!isObject(value)) return {};
      // `fits` has looked at every field that the type names.
      if (fits(value)) return value as ReadObject<F>;
      const read: [string, unknown][] = names.flatMap((name) => {
        const held = value[name];
        return held === undefined || !mayRead(fields[name], held) ? [] : [[name, fields[name]?.read(held)]];
      });
      return Object.fromEntries(read) as ReadObject<F>;
    },
  };
}

/** Scalars that do not fit are left out; of lists and objects what fits is kept. */
const mayRead = (shape: Shape<unknown> | undefined, value: Json): boolean =>
  shape !== undefined && value !== null && (shape.fits(value) || typeof value === 'object');
