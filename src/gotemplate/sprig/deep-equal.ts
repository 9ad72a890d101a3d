import { GoInt, GoStruct, type GoMap, type GoValue } from '../values/go-value.ts';
import { isMap, typeOf } from '../values/type-of.ts';
import { checkNesting } from '../values/nesting.ts';

/** `reflect.DeepEqual`: the same types, and in them the same values. */
export function deepEqual(a: GoValue, b: GoValue, depth = 0): boolean {
  if (a === b) return !(typeof a === 'number' && Number.isNaN(a));
  if (typeOf(a) !== typeOf(b)) return false;
  checkNesting(depth);
  if (a instanceof GoInt && b instanceof GoInt) return a.value === b.value;
  return equalParts(a, b, depth);
}

function equalParts(a: GoValue, b: GoValue, depth: number): boolean {
  if (Array.isArray(a) && Array.isArray(b)) {
    return a.length === b.length && a.every((each, i) => deepEqual(each, b[i], depth + 1));
  }
  if (a instanceof GoStruct && b instanceof GoStruct) {
    return a.nil === b.nil && equalMaps(a.fields, b.fields, depth);
  }
  return isMap(a) && isMap(b) && equalMaps(a, b, depth);
}

function equalMaps(a: GoMap, b: GoMap, depth: number): boolean {
  const keys = Object.keys(a);
  return (
    keys.length === Object.keys(b).length &&
    keys.every((key) => Object.hasOwn(b, key) && deepEqual(a[key] ?? null, b[key] ?? null, depth + 1))
  );
}
