import { goFunction } from '../values/go-function.ts';

/** `and` and `or`, which the evaluation knows: their arguments are evaluated one by one. */
export const builtinLogic = {
  and: goFunction(['value', '...value'], (first) => first),
  or: goFunction(['value', '...value'], (first) => first),
};
