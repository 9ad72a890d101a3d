import { describe, expect, test } from 'vitest';
import { headerValue, matchHeader } from './header-match.ts';
import { sampleHttp } from './testing/sample-request.ts';

const request = sampleHttp({
  headers: [
    ['x-user', 'Anna'],
    ['x-age', '7'],
    ['x-two', 'a'],
    ['x-two', 'b'],
  ],
});

describe('matchHeader', () => {
  test.each([
    ['an exact value', { string_match: { exact: 'Anna' } }, 'yes'],
    ['case counts', { string_match: { exact: 'anna' } }, 'no'],
    ['unless it is ignored', { string_match: { exact: 'anna', ignore_case: true } }, 'yes'],
    ['a prefix', { string_match: { prefix: 'An' } }, 'yes'],
    ['another prefix', { string_match: { prefix: 'nn' } }, 'no'],
    ['a suffix', { string_match: { suffix: 'na' } }, 'yes'],
    ['a part', { string_match: { contains: 'nn' } }, 'yes'],
    ['a regular expression for all of it', { string_match: { safe_regex: { regex: 'A.+a' } } }, 'yes'],
    ['a regular expression for a part of it', { string_match: { safe_regex: { regex: 'A' } } }, 'no'],
    [
      'a regular expression that does not compile',
      { string_match: { safe_regex: { regex: '(' } } },
      'unknown',
    ],
    ['an extension', { string_match: { custom: {} } }, 'unknown'],
    ['present', { present_match: true }, 'yes'],
    ['no condition is presence', {}, 'yes'],
    ['missing', { present_match: false }, 'no'],
    ['not present', { present_match: true, invert_match: true }, 'no'],
    ['not this value', { string_match: { exact: 'Bob' }, invert_match: true }, 'yes'],
    ['not that value', { string_match: { exact: 'Anna' }, invert_match: true }, 'no'],
    ['the old exact form', { exact_match: 'Anna' }, 'yes'],
    ['the old prefix form', { prefix_match: 'Bo' }, 'no'],
    ['the old regular expression', { safe_regex_match: { regex: '[A-Z].*' } }, 'yes'],
    ['no number in a range', { range_match: { start: '0', end: '9' } }, 'no'],
  ])('%s', (_, matcher, decision) => {
    expect(matchHeader({ name: 'X-User', ...matcher }, request).decision).toBe(decision);
  });

  test.each([
    ['missing satisfies no value', { string_match: { exact: 'x' } }, 'no'],
    ['nor the contrary of one', { string_match: { exact: 'x' }, invert_match: true }, 'no'],
    ['missing is missing', { present_match: false }, 'yes'],
    ['not present', { present_match: true, invert_match: true }, 'yes'],
    [
      'missing taken as empty is another value',
      { string_match: { exact: 'x' }, invert_match: true, treat_missing_header_as_empty: true },
      'yes',
    ],
  ])('a missing header: %s', (_, matcher, decision) => {
    expect(matchHeader({ name: 'x-none', ...matcher }, request).decision).toBe(decision);
  });

  test.each([
    ['6', '8', 'yes'],
    ['7', '8', 'yes'],
    ['6', '7', 'no'],
    ['8', '9', 'no'],
  ])('7 in the range from %s to below %s: %s', (start, end, decision) => {
    const matcher = { name: 'x-age', range_match: { start, end } };
    expect(matchHeader(matcher, request).decision).toBe(decision);
  });
});

test.each([
  [':method', 'GET'],
  [':path', '/'],
  [':authority', 'shop.example'],
  ['Host', 'shop.example'],
  ['x-two', 'a,b'],
  ['x-none', undefined],
])('the value of %s is %s', (name, value) => {
  expect(headerValue(request, name)).toBe(value);
});
