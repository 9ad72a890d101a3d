/** The bytes of a JSON text, which can also be looked at four at a time. */
export class JsonBytes {
  readonly bytes: Buffer;
  /** The same bytes, and up to three before them. */
  readonly words: Uint32Array;
  /** How many bytes lie before the first one in `words`. */
  readonly shift: number;

  constructor(bytes: Buffer) {
    const { buffer, byteOffset, length } = bytes;
    this.bytes = bytes;
    this.shift = byteOffset % 4;
    this.words = new Uint32Array(buffer, byteOffset - this.shift, (length + this.shift) >> 2);
  }
}
