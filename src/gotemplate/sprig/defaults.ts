import { goFunction } from '../values/go-function.ts';
import { GoStruct, type GoValue } from '../values/go-value.ts';
import { truth } from '../values/truth.ts';

/** Whether sprig takes a value for empty: nil, false, 0, and what has no items. */
export const isEmpty = (value: GoValue): boolean =>
  value instanceof GoStruct && !value.pointer ? false : !truth(value);

/** https://masterminds.github.io/sprig/defaults.html */
export const defaults = {
  default: goFunction(['any', '...any'], (fallback, ...[given]) => (isEmpty(given) ? fallback : given)),
  empty: goFunction(['any'], isEmpty),
  coalesce: goFunction(['...any'], (...values) => values.find((value) => !isEmpty(value)) ?? null),
  all: goFunction(['...any'], (...values) => !values.some(isEmpty)),
  any: goFunction(['...any'], (...values) => values.some((value) => !isEmpty(value))),
  ternary: goFunction(['any', 'any', 'bool'], (yes, no, condition) => (condition ? yes : no)),
};
