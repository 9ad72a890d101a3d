import type { Cluster } from '../cluster.ts';
import type { Controller } from './pass.ts';

/** Runs controllers whenever something has changed, one pass after the other until nothing is left to do. */
export class ControlLoop {
  readonly #cluster: Cluster;
  readonly #controllers: readonly Controller[];
  readonly #seen = new Map<string, number>();
  #next: NodeJS.Immediate | undefined;
  #timer: NodeJS.Timeout | undefined;
  #unfollow: () => void = () => undefined;

  constructor(cluster: Cluster, controllers: readonly Controller[]) {
    this.#cluster = cluster;
    this.#controllers = controllers;
  }

  start(): void {
    this.#unfollow = this.#cluster.store.follow(() => {
      this.#schedule();
    });
    this.#schedule();
  }

  stop(): void {
    this.#unfollow();
    clearImmediate(this.#next);
    clearTimeout(this.#timer);
    this.#next = undefined;
  }

  #schedule(): void {
    this.#next ??= setImmediate(() => {
      this.#next = undefined;
      this.#pass();
    });
  }

  #pass(): void {
    const now = Date.now();
    let wake = Infinity;
    const firstSeen = (key: string): number => {
      const time = this.#seen.get(key) ?? now;
      this.#seen.set(key, time);
      return time;
    };
    const wakeAt = (time: number): void => {
      wake = Math.min(wake, time);
    };
    for (const controller of this.#controllers)
      controller({ cluster: this.#cluster, now, firstSeen, wakeAt });
    clearTimeout(this.#timer);
    if (wake === Infinity) return;
    this.#timer = setTimeout(
      () => {
        this.#schedule();
      },
      Math.max(1, Math.min(wake - now, longest)),
    );
  }
}

/** Longer times overflow. */
const longest = 2 ** 31 - 1;
