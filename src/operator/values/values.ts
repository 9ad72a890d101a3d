import { isObject, valueIn, type Json, type JsonObject } from '../../json.ts';

/** Settings of a component, read by dotted path: `values.text('global.proxy.clusterDomain')`. */
export interface Values {
  readonly raw: JsonObject;
  /** The value itself; undefined when it is absent or null. */
  readonly at: (path: string) => Json | undefined;
  /** Empty when there is none; numbers and booleans as they are written. */
  readonly text: (path: string) => string;
  /** Undefined when it is no number and no text that is one. */
  readonly number: (path: string) => number | undefined;
  /** As templates ask: false for what is absent, false, 0 or empty. */
  readonly is: (path: string) => boolean;
  readonly map: (path: string) => JsonObject;
  readonly list: (path: string) => readonly Json[];
  readonly inner: (path: string) => Values;
}

/** Makes settings readable by path. Keys that hold dots are out of reach: read the `map` around them. */
export function valuesOf(raw: JsonObject): Values {
  const at = (path: string): Json | undefined => valueIn(raw, ...path.split('.')) ?? undefined;
  const map = (path: string): JsonObject => {
    const value = at(path);
    return isObject(value) ? value : {};
  };
  return {
    ...{ raw, at, map },
    text: (path) => {
      const value = at(path);
      return typeof value === 'object' || value === undefined ? '' : String(value);
    },
    number: (path) => {
      const value = at(path);
      const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
      return typeof number === 'number' && Number.isFinite(number) ? number : undefined;
    },
    is: (path) => isTrue(at(path)),
    list: (path) => {
      const value = at(path);
      return Array.isArray(value) ? value : [];
    },
    inner: (path) => valuesOf(map(path)),
  };
}

/** The truth of Go templates. */
function isTrue(value: Json | undefined): boolean {
  if (Array.isArray(value)) return value.length > 0;
  return isObject(value) ? Object.keys(value).length > 0 : Boolean(value);
}
