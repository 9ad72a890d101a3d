import { goFunction } from '../values/go-function.ts';
import { kindOf, typeOf } from '../values/type-of.ts';
import { deepEqual } from './deep-equal.ts';

/** https://masterminds.github.io/sprig/reflection.html */
export const reflection = {
  typeOf: goFunction(['any'], typeOf),
  typeIs: goFunction(['string', 'any'], (type, value) => typeOf(value) === type),
  typeIsLike: goFunction(['string', 'any'], (type, value) => [type, `*${type}`].includes(typeOf(value))),
  kindOf: goFunction(['any'], kindOf),
  kindIs: goFunction(['string', 'any'], (kind, value) => kindOf(value) === kind),
  deepEqual: goFunction(['any', 'any'], (a, b) => deepEqual(a, b)),
};
