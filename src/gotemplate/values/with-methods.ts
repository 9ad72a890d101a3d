import type { GoFunction, GoMap, GoValue } from './go-value.ts';

export type Methods = Readonly<Record<string, GoFunction>>;

const methods = new WeakMap<object, Methods>();

/** Gives a list or a map methods, as types of Go can have that are made of one: they come before keys of the same name. */
export function withMethods<Value extends GoValue[] | GoMap>(value: Value, given: Methods): Value {
  methods.set(value, given);
  return value;
}

/** The methods of a list or a map. */
export const methodsOf = (value: GoValue[] | GoMap): Methods | undefined => methods.get(value);
