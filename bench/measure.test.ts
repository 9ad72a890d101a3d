import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../commands/testing/temporary-folder.ts';
import { median, peakMemory, wallTime } from './measure.ts';

const files = async () => {
  const folder = await temporaryFolder();
  return { output: join(folder, 'output'), memory: join(folder, 'memory') };
};
const node = (script: string, exits?: readonly number[]) => ({
  ...{ command: process.execPath, args: ['-e', script] },
  ...(exits !== undefined && { exits }),
});

test.each([
  ['an odd number of values', [3, 1, 2], 2],
  ['an even number', [4, 1, 3, 2], 2.5],
  ['one', [7], 7],
])('the median of %s', (_, values, expected) => {
  expect(median(values)).toBe(expected);
});

test('a run takes time, and its output is kept', async () => {
  const at = await files();
  expect(wallTime(node('console.log(42)'), at)).toBeGreaterThan(0);
  expect(readFileSync(at.output, 'utf8')).toBe('42\n');
});

test('the peak of a program that takes 100 MB is higher than that', async () => {
  const kilobytes = peakMemory(node('Buffer.alloc(100e6, 1)'), await files());
  expect(kilobytes).toBeGreaterThan(100_000);
  expect(kilobytes).toBeLessThan(400_000);
});

test('a run that ends with another exit code than expected is no measurement', async () => {
  const at = await files();
  expect(() => wallTime(node('process.exitCode = 3; console.error("no input")', [0, 1]), at)).toThrow(
    /left with 3:\nno input/,
  );
});
