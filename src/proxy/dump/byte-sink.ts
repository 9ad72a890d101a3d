import { MeshctlError } from '../../errors.ts';

/** Dumps of the largest meshes have some hundred megabytes. */
export const mostBytes = 1024 * 1024 * 1024;

/** Bytes one after the other in a buffer that grows. Throws MeshctlError (input) beyond `most` bytes. */
export class ByteSink {
  #buffer: Buffer;
  /** How many bytes there are. */
  length = 0;

  readonly #most: number;

  /** `size` is how many there may be: room that is not filled takes no memory. */
  constructor(size = 1 << 20, most = mostBytes) {
    this.#most = most;
    this.#buffer = Buffer.allocUnsafeSlow(Math.min(size, most));
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
    if (least > this.#most)
      throw new MeshctlError('input', `the dump has more than ${this.#most} bytes to read`, {
        hint: 'save the dump of one proxy, or one section of it (`/config_dump?mask=...`)',
      });
    const larger = Buffer.allocUnsafeSlow(Math.min(Math.max(least, this.#buffer.length * 2), this.#most));
    larger.set(this.bytes());
    this.#buffer = larger;
  }
}
