import type { Json, JsonObject } from '../json.ts';
import { NameTable } from './name-table.ts';
import type { BlockScalar } from './plain-block-scalar.ts';
import { notPlain } from './plain-line.ts';
import { PlainReader } from './plain-reader.ts';
import { kubernetesScalar, type Scalar } from './scalar.ts';

/** Reads the values of plain documents. */
export class PlainValues extends PlainReader<Json, JsonObject, Json[]> {
  protected override openMap(): JsonObject {
    return {};
  }

  protected override openList(): Json[] {
    return [];
  }

  protected override addEntry(
    object: JsonObject,
    name: string,
    _start: number,
    _end: number,
    value: Json,
  ): void {
    // Also true for `__proto__`, `constructor` and whatever else an empty object seems to have.
    if (object[name] !== undefined) throw notPlain;
    object[name] = value;
  }

  protected override addItem(list: Json[], value: Json): void {
    list.push(value);
  }

  protected override makePlain(start: number, end: number): Json {
    if (end - start > longestWord) return finite(kubernetesScalar(this.text.slice(start, end)));
    const word = words.get(this.text, start, end);
    return word === nothing ? null : word;
  }

  protected override makeQuoted(_start: number, value: string): Json {
    return value;
  }

  protected override makeBlock(_start: number, scalar: BlockScalar): Json {
    return scalar.value;
  }

  protected override makeEmpty(): Json {
    return null;
  }

  protected override closeFlow(): void {
    // Values have no end.
  }
}

/** Longer slices would keep the text alive that they were cut from. */
const longestWord = 12;
const nothing = Symbol('null');

/** Values of short plain scalars by their text. */
const words = new NameTable((text) => finite(kubernetesScalar(text)) ?? nothing);

function finite(value: Scalar): Scalar {
  if (typeof value === 'number' && !Number.isFinite(value)) throw notPlain;
  return value;
}
