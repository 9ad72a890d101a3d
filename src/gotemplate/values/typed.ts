import type { GoMap, GoValue } from './go-value.ts';

/** Types of lists and maps whose elements are not `interface {}`. */
export type ElementType =
  'string' | 'int' | 'float64' | 'uint8' | '[]string' | '[]interface {}' | 'interface {}';

const elementTypes = new WeakMap<object, ElementType>();

/** Gives a list or map the type of its elements: `withElements(labels, 'string')` is a `map[string]string`. */
export function withElements<Value extends GoValue[] | GoMap>(value: Value, type: ElementType): Value {
  elementTypes.set(value, type);
  return value;
}

/** The type of the elements of a list or map. */
export const elementsOf = (value: GoValue[] | GoMap): ElementType =>
  elementTypes.get(value) ?? 'interface {}';
