import { TemplateFault } from '../template-fault.ts';
import { compareText } from '../values/compare-text.ts';
import { GoInt, GoStruct, type GoValue } from '../values/go-value.ts';
import { goFunction } from '../values/go-function.ts';
import { isNil, typeOf } from '../values/type-of.ts';

/** The comparing functions of https://pkg.go.dev/text/template#hdr-Functions */
export const comparing = {
  eq: goFunction(['value', '...value'], (first, ...others) => {
    if (others.length === 0) throw new TemplateFault('there is nothing to compare with');
    return others.some((other) => equal(first, other));
  }),
  ne: goFunction(['value', 'value'], (a, b) => !equal(a, b)),
  lt: goFunction(['value', 'value'], (a, b) => order(a, b) < 0),
  le: goFunction(['value', 'value'], (a, b) => order(a, b) <= 0),
  gt: goFunction(['value', 'value'], (a, b) => order(a, b) > 0),
  ge: goFunction(['value', 'value'], (a, b) => order(a, b) >= 0),
};

/** What can be compared with each other: all integers, floats, texts, truth values. */
function basicKind(value: GoValue): string {
  if (value instanceof GoInt) return 'integer';
  return typeof value === 'object' || value === undefined ? 'other' : typeof value;
}

function equal(a: GoValue, b: GoValue): boolean {
  const kind = basicKind(a);
  if (kind !== basicKind(b)) {
    if (isNothing(a) || isNothing(b)) return false;
    throw new TemplateFault(`a ${typeOf(a)} and a ${typeOf(b)} cannot be compared`);
  }
  if (a instanceof GoInt && b instanceof GoInt) return a.value === b.value;
  return kind === 'other' ? equalOthers(a, b) : a === b;
}

const isNothing = (value: GoValue): boolean => value === null || value === undefined;

function equalOthers(a: GoValue, b: GoValue): boolean {
  if (isNil(a) || isNil(b)) return isNil(a) === isNil(b);
  if (a instanceof GoStruct && b instanceof GoStruct && a.pointer && b.pointer) return a === b;
  throw new TemplateFault(`values of type ${typeOf(a)} cannot be compared`);
}

const ordered = new Set(['integer', 'number', 'string']);

function order(a: GoValue, b: GoValue): number {
  const kind = basicKind(a);
  if (!ordered.has(kind) || kind !== basicKind(b)) {
    throw new TemplateFault(`a ${typeOf(a)} and a ${typeOf(b)} have no order`);
  }
  if (typeof a === 'string' && typeof b === 'string') return compareText(a, b);
  if (a instanceof GoInt && b instanceof GoInt) return Number(a.value - b.value);
  // Nothing is less than, equal to or greater than NaN.
  return a === b ? 0 : Number(a) < Number(b) ? -1 : Number(a) > Number(b) ? 1 : NaN;
}
