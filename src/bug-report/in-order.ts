/** Runs jobs, so many at a time, and gives their results in the order of the jobs; none begins too early. */
export async function* inOrder<Result>(
  most: number,
  jobs: readonly (() => Promise<Result>)[],
): AsyncGenerator<Result, void, undefined> {
  const waiting = jobs.values();
  const running: Promise<Result>[] = [];
  const start = (): void => {
    const next = waiting.next();
    if (next.done === true) return;
    const result = next.value();
    // Whoever takes the result hears of a failure; that nobody has yet is none.
    result.catch(() => undefined);
    running.push(result);
  };
  for (let i = 0; i < most; i += 1) start();
  for (let result = running.shift(); result !== undefined; result = running.shift()) {
    yield await result;
    start();
  }
}
