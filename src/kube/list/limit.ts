/** Runs jobs, so many at a time, and gives their results in their order. */
export async function limit<Result>(
  most: number,
  jobs: readonly (() => Promise<Result>)[],
): Promise<readonly Result[]> {
  const results: Result[] = [];
  const waiting = jobs.entries();
  const work = async (): Promise<void> => {
    for (const [i, job] of waiting) results[i] = await job();
  };
  await Promise.all(Array.from({ length: Math.min(most, jobs.length) }, work));
  return results;
}
