import { TemplateFault } from '../template-fault.ts';
import { contextFunction, goFunction } from '../values/go-function.ts';
import { GoInt, type GoFunction, type GoValue } from '../values/go-value.ts';
import { elementsOf, withElements } from '../values/typed.ts';
import { typeOf } from '../values/type-of.ts';
import { toNumber } from './convert.ts';
import { isEmpty } from './defaults.ts';
import { deepEqual } from './deep-equal.ts';

const pair = (name: string, must: string, made: GoFunction): Record<string, GoFunction> => ({
  [name]: made,
  [must]: made,
});

/** The items of a list; a fault for other values. */
function itemsOf(value: GoValue): GoValue[] {
  if (!Array.isArray(value))
    throw new TemplateFault(`a list is needed, not a value of type ${typeOf(value)}`);
  return value;
}

const append = goFunction(['any', 'any'], (list, item) => [...itemsOf(list), item]);
const make = goFunction(['...any'], (...items) => items);

/** https://masterminds.github.io/sprig/lists.html */
export const lists: Readonly<Record<string, GoFunction>> = {
  list: make,
  tuple: make,
  ...pair('append', 'mustAppend', append),
  ...pair('push', 'mustPush', append),
  ...pair(
    'prepend',
    'mustPrepend',
    goFunction(['any', 'any'], (list, item) => [item, ...itemsOf(list)]),
  ),
  ...pair(
    'first',
    'mustFirst',
    goFunction(['any'], (list) => itemsOf(list)[0] ?? null),
  ),
  ...pair(
    'last',
    'mustLast',
    goFunction(['any'], (list) => itemsOf(list).at(-1) ?? null),
  ),
  ...pair(
    'rest',
    'mustRest',
    goFunction(['any'], (list) => itemsOf(list).slice(1)),
  ),
  ...pair(
    'initial',
    'mustInitial',
    goFunction(['any'], (list) => itemsOf(list).slice(0, -1)),
  ),
  ...pair(
    'reverse',
    'mustReverse',
    goFunction(['any'], (list) => [...itemsOf(list)].reverse()),
  ),
  ...pair(
    'compact',
    'mustCompact',
    goFunction(['any'], (list) => itemsOf(list).filter((item) => !isEmpty(item))),
  ),
  ...pair(
    'uniq',
    'mustUniq',
    contextFunction(['any'], ({ allow }, list) => unique(allow, itemsOf(list))),
  ),
  ...pair(
    'without',
    'mustWithout',
    goFunction(['any', '...any'], (list, ...unwanted) =>
      itemsOf(list).filter((item) => !unwanted.some((other) => deepEqual(item, other))),
    ),
  ),
  ...pair(
    'has',
    'mustHas',
    goFunction(['any', 'any'], (item, list) =>
      list === null ? false : itemsOf(list).some((each) => deepEqual(each, item)),
    ),
  ),
  ...pair('slice', 'mustSlice', goFunction(['any', '...any'], slice)),
  ...pair('chunk', 'mustChunk', goFunction(['int', 'any'], chunk)),
  concat: goFunction(['...any'], (...all) => all.flatMap(itemsOf)),
  until: contextFunction(['int'], ({ allow }, end) => numbers(allow, 0, end, end < 0 ? -1 : 1)),
  untilStep: contextFunction(['int', 'int', 'int'], ({ allow }, start, end, step) =>
    numbers(allow, start, end, step),
  ),
  seq: contextFunction(['...int'], ({ allow }, ...bounds) => sequence(allow, bounds)),
};

/** Comparing all with all is quadratic, which is counted. */
function unique(allow: (size: number) => void, items: readonly GoValue[]): GoValue[] {
  const found: GoValue[] = [];
  for (const item of items) {
    allow(found.length);
    if (!found.some((other) => deepEqual(item, other))) found.push(item);
  }
  return found;
}

function slice(list: GoValue, ...bounds: GoValue[]): GoValue {
  const items = itemsOf(list);
  if (items.length === 0) return null;
  const [start = 0, end = items.length] = bounds.map(toNumber);
  if (start < 0 || end > items.length || start > end) {
    throw new TemplateFault(`a list of ${items.length} items has no part from ${start} to ${end}`);
  }
  return withElements(items.slice(start, end), elementsOf(items));
}

function chunk(size: number, list: GoValue): GoValue {
  const items = itemsOf(list);
  if (size < 1) throw new TemplateFault('the size of a chunk must be at least 1');
  const count = Math.ceil(items.length / size);
  const chunks = Array.from({ length: count }, (_, i) => items.slice(i * size, (i + 1) * size));
  return withElements(chunks, '[]interface {}');
}

function numbers(allow: (size: number) => void, start: number, end: number, step: number): GoValue {
  const count = step === 0 ? 0 : Math.max(Math.ceil((end - start) / step), 0);
  allow(count);
  return withElements(
    Array.from({ length: count }, (_, i) => new GoInt(start + i * step)),
    'int',
  );
}

/** Numbers in a text, as the program `seq` prints them: to the end; from start to end; with a step between. */
function sequence(allow: (size: number) => void, bounds: readonly number[]): string {
  const end = bounds.at(-1);
  if (end === undefined || bounds.length > 3) return '';
  const [first = 1, second = 0] = bounds;
  const start = bounds.length === 1 ? 1 : first;
  const step = bounds.length === 3 ? second : end < start ? -1 : 1;
  const count = step === 0 ? 0 : Math.max(Math.floor((end - start) / step) + 1, 0);
  allow(count);
  return Array.from({ length: count }, (_, i) => start + i * step).join(' ');
}
