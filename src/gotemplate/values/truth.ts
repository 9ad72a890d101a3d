import { GoInt, GoStruct, type GoValue } from './go-value.ts';

/** Whether a value counts as true in `if`, `with`, `and`, `or`, `not`: https://pkg.go.dev/text/template#hdr-Actions */
export function truth(value: GoValue): boolean {
  if (typeof value !== 'object') return Boolean(value) || Number.isNaN(value);
  if (value === null) return false;
  if (value instanceof GoInt) return value.value !== 0n;
  if (value instanceof GoStruct) return !value.nil;
  return Array.isArray(value) ? value.length > 0 : !isEmpty(value);
}

function isEmpty(value: object): boolean {
  for (const _ in value) return false;
  return true;
}
