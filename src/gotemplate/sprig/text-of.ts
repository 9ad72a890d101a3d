import { printValue } from '../print/print-value.ts';
import { GoInt, type GoValue } from '../values/go-value.ts';
import { elementsOf } from '../values/typed.ts';

/** A value as sprig makes a text of it: bytes are one, everything else is printed. */
export function textOf(value: GoValue): string {
  if (!Array.isArray(value) || elementsOf(value) !== 'uint8') return printValue(value);
  return Buffer.from(value.map((byte) => (byte instanceof GoInt ? Number(byte.value) : 0))).toString();
}
