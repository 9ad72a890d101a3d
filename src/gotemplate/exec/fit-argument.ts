import { emptyMap } from '../values/go-map.ts';
import { GoInt, GoStruct, type GoValue, type ParameterType } from '../values/go-value.ts';
import { elementsOf } from '../values/typed.ts';
import { isMap } from '../values/type-of.ts';

const tests: Readonly<Record<ParameterType, (value: GoValue) => boolean>> = {
  any: () => true,
  value: () => true,
  error: () => true,
  bool: (value) => typeof value === 'boolean',
  string: (value) => typeof value === 'string',
  float64: (value) => typeof value === 'number',
  int: (value) => value instanceof GoInt && value.type === 'int' && value.named === undefined,
  int64: (value) => value instanceof GoInt && value.type === 'int64' && value.named === undefined,
  'map[string]interface {}': (value) => isMap(value) && elementsOf(value) === 'interface {}',
  '[]interface {}': (value) => Array.isArray(value) && elementsOf(value) === 'interface {}',
  '[]string': (value) => Array.isArray(value) && elementsOf(value) === 'string',
  'time.Time': (value) => value instanceof GoStruct && value.type === 'time.Time' && !value.pointer,
};

/** Whether a value can be given for a parameter. */
export const fits = (type: ParameterType, value: GoValue): boolean => tests[type](value);

/** What a parameter gets for nothing at all; undefined if that is an error. `value` takes it as it is. */
export function nothingFor(type: ParameterType): { readonly value: GoValue } | undefined {
  switch (type) {
    case 'any':
    case 'error':
      return { value: null };
    case 'value':
      return { value: undefined };
    case 'map[string]interface {}':
      return { value: emptyMap() };
    case '[]interface {}':
    case '[]string':
      return { value: [] };
    default:
      return undefined;
  }
}
