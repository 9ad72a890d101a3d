import { expect, test } from 'vitest';
import { codeOf, messageOf } from './errors.ts';

const refused = Object.assign(new Error('connect ECONNREFUSED 127.0.0.1:1'), { code: 'ECONNREFUSED' });

test.each([
  ['an error has its message and its code', refused, 'connect ECONNREFUSED 127.0.0.1:1', 'ECONNREFUSED'],
  ['an error without a code has none', new Error('no'), 'no', ''],
  ['a code that is a number is none of the system', Object.assign(new Error('no'), { code: 7 }), 'no', ''],
  [
    'of several failures the first counts',
    new AggregateError([refused, new Error('no')]),
    refused.message,
    'ECONNREFUSED',
  ],
  ['failures of nothing speak for themselves', new AggregateError([], 'none worked'), 'none worked', ''],
  ['what is no error is shown as text', 42, '42', ''],
])('%s', (_, thrown, message, code) => {
  expect([messageOf(thrown), codeOf(thrown)]).toEqual([message, code]);
});
