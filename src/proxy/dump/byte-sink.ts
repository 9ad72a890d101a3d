/** Bytes one after the other in a buffer that grows. */
export class ByteSink {
  #buffer: Buffer;
  /** How many bytes there are. */
  length = 0;

  /** `size` is how many there may be: room that is not filled takes no memory. */
  constructor(size = 1 << 20) {
    this.#buffer = Buffer.allocUnsafeSlow(size);
  }

  add(bytes: Buffer): void {
    const end = this.length + bytes.length;
    if (end > this.#buffer.length) this.#grow(end);
    this.#buffer.set(bytes, this.length);
    this.length = end;
  }

  bytes(): Buffer {
    return this.#buffer.subarray(0, this.length);
  }

  #grow(least: number): void {
    const larger = Buffer.allocUnsafeSlow(Math.max(least, this.#buffer.length * 2));
    larger.set(this.bytes());
    this.#buffer = larger;
  }
}
