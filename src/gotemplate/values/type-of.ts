import { GoFunction, GoInt, GoStruct, type GoMap, type GoValue } from './go-value.ts';
import { elementsOf } from './typed.ts';

/** The name of the type of a value as Go prints it: `map[string]interface {}`; `<nil>` of nothing. */
export function typeOf(value: GoValue): string {
  if (value === null || value === undefined) return '<nil>';
  if (typeof value === 'object') return typeOfObject(value);
  return typeof value === 'boolean' ? 'bool' : typeof value === 'number' ? 'float64' : 'string';
}

function typeOfObject(value: Exclude<GoValue & object, null>): string {
  if (value instanceof GoInt) return value.named?.type ?? value.type;
  if (value instanceof GoStruct) return value.pointer ? `*${value.type}` : value.type;
  if (value instanceof GoFunction) return `func(${value.parameters.join(', ')})`;
  return Array.isArray(value) ? `[]${elementsOf(value)}` : `map[string]${elementsOf(value)}`;
}

/** The kind of a value, as Go's `reflect` names it: `map`, `slice`, `int64`; `invalid` of nothing. */
export function kindOf(value: GoValue): string {
  if (value instanceof GoInt) return value.type;
  if (value instanceof GoStruct) return value.pointer ? 'ptr' : 'struct';
  if (value instanceof GoFunction) return 'func';
  if (Array.isArray(value)) return 'slice';
  if (typeof value === 'object') return value === null ? 'invalid' : 'map';
  return value === undefined ? 'invalid' : typeOf(value);
}

/** Whether a value is a map. */
export const isMap = (value: GoValue): value is GoMap => typeof value === 'object' && kindOf(value) === 'map';

/** Whether a value is nothing, or a pointer to nothing. */
export const isNil = (value: GoValue): boolean =>
  value === null || value === undefined || (value instanceof GoStruct && value.nil);
