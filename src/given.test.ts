import { expect, it } from 'vitest';
import { given } from './given.ts';

it('leaves out what is undefined and nothing else', () => {
  expect(given({ a: undefined, b: null, c: 0, d: '', e: false })).toEqual({ b: null, c: 0, d: '', e: false });
});
