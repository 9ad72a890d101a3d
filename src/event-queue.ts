/** Carries values from where they come up to one loop that takes them in their order. */
export class EventQueue<Item> implements AsyncIterable<Item> {
  readonly #items: Item[] = [];
  #end: { readonly failed: boolean; readonly error?: unknown } | undefined;
  #wake: (() => void) | undefined;

  push(item: Item): void {
    this.#items.push(item);
    this.#wake?.();
  }

  /** The loop ends after what has been pushed. */
  end(): void {
    this.#end ??= { failed: false };
    this.#wake?.();
  }

  /** The loop throws after what has been pushed. */
  fail(error: unknown): void {
    this.#end ??= { failed: true, error };
    this.#wake?.();
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<Item, void, undefined> {
    for (;;) {
      const next = this.#items.shift();
      if (next !== undefined) yield next;
      else if (this.#end?.failed === true) throw this.#end.error;
      else if (this.#end !== undefined) return;
      else await new Promise<void>((resolve) => (this.#wake = resolve));
    }
  }
}
