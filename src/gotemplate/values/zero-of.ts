import { GoInt, type GoValue } from './go-value.ts';
import type { ElementType } from './typed.ts';

/** The zero value of a type of elements. */
export function zeroOf(type: ElementType): GoValue {
  switch (type) {
    case 'string':
      return '';
    case 'int':
    case 'uint8':
      return new GoInt(0, type);
    case 'float64':
      return 0;
    default:
      return null;
  }
}
