import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Json } from '../../json.ts';
import { missedForm } from './scalar-form.ts';

test.each<[string, Json, string]>([
  ['string', '', 'text'],
  ['bool', true, 'a boolean'],
  ['bool', null, 'nothing'],
  ['uint32', 5, 'a number'],
  ['uint32', '5', 'a number as text'],
  ['uint32', ' 5 ', 'a number as text with spaces'],
  ['uint32', 'null', 'the word null'],
  ['int32', -2147483648, 'the least number'],
  ['uint64', '18446744073709551615', 'the greatest number'],
  ['double', '1.5e3', 'an exponent'],
  ['double', 'NaN', 'no number'],
  ['float', 3.4e38, 'a number that 32 bits can hold'],
  ['bytes', 'aGk=', 'base64'],
  ['bytes', [104, 105], 'bytes as numbers'],
])('%s takes %j: %s', (type, value) => {
  expect(missedForm(type, value)).toBeUndefined();
});

test.each<[string, Json, string]>([
  ['string', 5, 'a number'],
  ['bool', 'true', 'a boolean as text'],
  ['bool', 1, 'a number'],
  ['uint32', -1, 'a negative number'],
  ['uint32', 4294967296, 'a number above 32 bits'],
  ['uint32', 1.5, 'a fraction'],
  ['uint32', '05', 'a leading zero'],
  ['uint32', '1e2', 'an exponent'],
  ['uint32', '', 'empty text'],
  ['uint64', 1e21, 'a number written with an exponent'],
  ['uint32', true, 'a boolean'],
  ['double', '.5', 'no digit before the point'],
  ['double', 'inf', 'another word'],
  ['float', 1e39, 'a number above 32 bits'],
  ['bytes', 'aGk', 'base64 without its end'],
  ['bytes', [256], 'more than a byte'],
  ['bytes', {}, 'an object'],
])('%s refuses %j: %s', (type, value) => {
  expect(missedForm(type, value)).toBeDefined();
});

test('an integer passes as a number and as text just when 32 bits hold it', () => {
  fc.assert(
    fc.property(fc.integer({ min: -(2 ** 33), max: 2 ** 33 }), (number) => {
      const holds = number >= 0 && number < 2 ** 32;
      expect(missedForm('uint32', number) === undefined).toBe(holds);
      expect(missedForm('uint32', String(number)) === undefined).toBe(holds);
    }),
  );
});
