/**
 * Remembers what stretches of text stand for, so that a name or word that occurs a thousand times is cut out, resolved
 * and stored once. A cache of fixed size: a newer text takes the place of an older one with the same hash.
 */
export class NameTable<T> {
  private readonly names: string[] = new Array<string>(size).fill('');
  private readonly values: (T | undefined)[] = new Array<T | undefined>(size).fill(undefined);
  private readonly resolve: (name: string) => T;

  /** `resolve` may throw; then nothing is remembered. */
  constructor(resolve: (name: string) => T) {
    this.resolve = resolve;
  }

  /** What the text from `start` to `end`, which is not empty, stands for. */
  get(text: string, start: number, end: number): T {
    const length = end - start;
    const first = text.charCodeAt(start);
    const middle = text.charCodeAt(start + (length >> 1));
    const last = text.charCodeAt(end - 1);
    const slot = (length * 401 + first * 31 + middle * 131 + last * 733) & (size - 1);
    if (isAt(this.names[slot] ?? '', text, start, length)) {
      const known = this.values[slot];
      if (known !== undefined) return known;
    }
    return this.add(slot, text.slice(start, end));
  }

  private add(slot: number, name: string): T {
    const value = this.resolve(name);
    // A slice of a certain length keeps the text alive that it was cut from; what was resolved from it may not.
    this.names[slot] = value === name ? (value as T & string) : name;
    this.values[slot] = value;
    return value;
  }
}

const size = 4096;

function isAt(name: string, text: string, start: number, length: number): boolean {
  if (name.length !== length) return false;
  for (let i = 0; i < length; i++) {
    if (name.charCodeAt(i) !== text.charCodeAt(start + i)) return false;
  }
  return true;
}
