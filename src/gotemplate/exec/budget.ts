import { TemplateFault } from '../template-fault.ts';

/** What a template may use before it is ended. */
export interface Limits {
  /** Templates that call each other. Default: 250. */
  readonly depth?: number;
  /** Characters of the output, and of texts and lists on the way to it. Default: 64 million. */
  readonly size?: number;
  /** Actions that are carried out and values that are looked up. Default: 2 million. */
  readonly steps?: number;
}

/** Counts what a rendering uses; what is too much is a `TemplateFault`. */
export class Budget {
  readonly #depth: number;
  readonly #size: number;
  readonly #steps: number;
  #templates = 0;
  #made = 0;
  #done = 0;

  constructor({ depth = 250, size = 64_000_000, steps = 2_000_000 }: Limits) {
    this.#depth = depth;
    this.#size = size;
    this.#steps = steps;
  }

  enter(): void {
    this.#templates += 1;
    if (this.#templates > this.#depth) {
      throw new TemplateFault(`templates call each other more than ${this.#depth} levels deep`);
    }
  }

  leave(): void {
    this.#templates -= 1;
  }

  step(): void {
    this.#done += 1;
    if (this.#done > this.#steps)
      throw new TemplateFault(`the template takes more than ${this.#steps} steps`);
  }

  make(size: number): void {
    this.#made += size;
    if (!(this.#made <= this.#size)) {
      throw new TemplateFault(`the template makes more than ${this.#size} characters or values`);
    }
  }
}
