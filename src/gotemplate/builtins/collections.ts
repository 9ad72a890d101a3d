import { TemplateFault } from '../template-fault.ts';
import { GoInt, type GoValue } from '../values/go-value.ts';
import { entry } from '../values/go-map.ts';
import { goFunction } from '../values/go-function.ts';
import { elementsOf, withElements } from '../values/typed.ts';
import { isMap, isNil, typeOf } from '../values/type-of.ts';
import { zeroOf } from '../values/zero-of.ts';

/** `index`, `slice` and `len` of https://pkg.go.dev/text/template#hdr-Functions */
export const collecting = {
  index: goFunction(['value', '...value'], (start, ...keys) => {
    let value = start;
    if (value === undefined || value === null)
      throw new TemplateFault('nil has nothing to be found by an index');
    for (const key of keys) value = itemOf(value, key);
    return value;
  }),
  slice: goFunction(['value', '...value'], (value, ...bounds) => sliceOf(value, bounds)),
  len: goFunction(['value'], (value) => {
    if (typeof value === 'string') return new GoInt(Buffer.byteLength(value));
    if (Array.isArray(value)) return new GoInt(value.length);
    if (isMap(value)) return new GoInt(Object.keys(value).length);
    throw new TemplateFault(`a value of type ${typeOf(value)} has no length`);
  }),
};

function itemOf(value: GoValue, key: GoValue): GoValue {
  if (isNil(value)) throw new TemplateFault('nil has nothing to be found by an index');
  if (isMap(value)) {
    if (typeof key !== 'string')
      throw new TemplateFault(`the keys of a map are texts, not of type ${typeOf(key)}`);
    return entry(value, key) ?? zeroOf(elementsOf(value));
  }
  if (typeof value === 'string') {
    const bytes = Buffer.from(value);
    return new GoInt(bytes[indexOf(key, bytes.length - 1)] ?? 0, 'uint8');
  }
  if (Array.isArray(value)) return value[indexOf(key, value.length - 1)] ?? null;
  throw new TemplateFault(`a value of type ${typeOf(value)} has nothing to be found by an index`);
}

/** An index from 0 to `last`. */
function indexOf(key: GoValue, last: number): number {
  if (!(key instanceof GoInt))
    throw new TemplateFault(`an index must be an integer, not of type ${typeOf(key)}`);
  const index = Number(key.value);
  if (index < 0 || index > last)
    throw new TemplateFault(`the index ${index} is out of range: the last is ${last}`);
  return index;
}

function sliceOf(value: GoValue, bounds: readonly GoValue[]): GoValue {
  if (bounds.length > 3) throw new TemplateFault('more than three bounds are given');
  const whole = typeof value === 'string' ? Buffer.from(value) : value;
  if (!Buffer.isBuffer(whole) && !Array.isArray(whole)) {
    throw new TemplateFault(`a value of type ${typeOf(value)} cannot be sliced`);
  }
  if (bounds.length === 3 && Buffer.isBuffer(whole))
    throw new TemplateFault('a text takes two bounds at most');
  const [start, end] = checkedBounds(
    bounds.map((bound) => indexOf(bound, whole.length)),
    whole.length,
  );
  if (Buffer.isBuffer(whole)) return whole.subarray(start, end).toString();
  return withElements(whole.slice(start, end), elementsOf(whole));
}

function checkedBounds(bounds: readonly number[], length: number): readonly [start: number, end: number] {
  const [start = 0, end = length, most = end] = bounds;
  if (start > end || end > most)
    throw new TemplateFault(`the bounds ${start}, ${end} are the wrong way round`);
  return [start, end];
}
