import { expect, test } from 'vitest';
import { ByteSink } from './byte-sink.ts';

const added = (sink: ByteSink, ...texts: readonly string[]): string => {
  for (const text of texts) sink.add(Buffer.from(text));
  return sink.bytes().toString();
};

test.each([
  ['grows beyond what was expected', 2],
  ['takes less than was expected', 100],
])('%s', (_, size) => {
  expect(added(new ByteSink(size), 'abc', 'def', 'g')).toBe('abcdefg');
});

test('takes as much as it may, and no more', () => {
  expect(added(new ByteSink(1, 6), 'abc', 'def')).toBe('abcdef');
  expect(() => added(new ByteSink(1, 6), 'abc', 'defg')).toThrow('more than 6 bytes');
});

test('makes no more room than it may, whatever is expected', () => {
  expect(added(new ByteSink(1e15, 6), 'abc')).toBe('abc');
});
