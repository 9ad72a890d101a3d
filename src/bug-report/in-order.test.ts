import { expect, test } from 'vitest';
import { inOrder } from './in-order.ts';

test('results come in the order of the jobs, and so many run at once', async () => {
  const begun: number[] = [];
  const ends: (() => void)[] = [];
  const jobs = [0, 1, 2, 3].map((n) => () => {
    begun.push(n);
    return new Promise<number>((resolve) => {
      ends[n] = () => {
        resolve(n);
      };
    });
  });
  const results = inOrder(2, jobs);
  const first = results.next();
  await Promise.resolve();
  expect(begun).toEqual([0, 1]);
  ends[1]?.();
  ends[0]?.();
  expect(await first).toEqual({ done: false, value: 0 });
  expect(await results.next()).toEqual({ done: false, value: 1 });
  const third = results.next();
  await new Promise((resolve) => setImmediate(resolve));
  expect(begun).toEqual([0, 1, 2, 3]);
  ends[2]?.();
  ends[3]?.();
  expect(await third).toEqual({ done: false, value: 2 });
  expect(await results.next()).toEqual({ done: false, value: 3 });
  expect(await results.next()).toEqual({ done: true, value: undefined });
});

test('a job that fails ends it there', async () => {
  const results = inOrder(2, [() => Promise.resolve(1), () => Promise.reject(new Error('no'))]);
  expect(await results.next()).toEqual({ done: false, value: 1 });
  await expect(results.next()).rejects.toThrow('no');
});
