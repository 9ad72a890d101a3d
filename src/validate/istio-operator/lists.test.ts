import { expect, test } from 'vitest';
import { reported } from '../testing.ts';
import { checkValuesLists } from './lists.ts';

const isFine = (field: string, text: string): boolean => {
  const lines = reported((report) => {
    checkValuesLists({ global: { proxy: { [field]: text } } }, ['values'], report);
  });
  const expected = [`operator/values-list values.global.proxy.${field}`];
  if (lines.length > 0) expect([...new Set(lines)]).toEqual(expected);
  return lines.length === 0;
};

test.each<[string, boolean]>([
  ['', true],
  ['*', true],
  ['10.0.0.0/8', true],
  ['10.0.0.0/8,2001:db8::/32', true],
  ['10.0.0.1', false],
  ['10.0.0.0/33', false],
  ['10.0.0.0/8,*', false],
  ['10.0.0.0/8,', false],
  ['10.0.0.0/8, 10.1.0.0/16', false],
])('whether %j lists address ranges: %s', (text, expected) => {
  expect(isFine('includeIPRanges', text)).toBe(expected);
  expect(isFine('excludeIPRanges', text)).toBe(expected);
});

test.each<[string, boolean]>([
  ['', true],
  ['*', true],
  ['80', true],
  ['0,65535', true],
  ['80,', true],
  ['80,*', true],
  ['+80', true],
  ['65536', false],
  ['-1', false],
  ['80, 443', false],
  ['http', false],
  ['80-90', false],
])('whether %j lists ports: %s', (text, expected) => {
  expect(isFine('includeInboundPorts', text)).toBe(expected);
  expect(isFine('excludeInboundPorts', text)).toBe(expected);
});

test('each wrong item is a finding, and other fields are not lists', () => {
  const lines = reported((report) => {
    checkValuesLists(
      { global: { proxy: { excludeInboundPorts: 'a,80,b', logLevel: 'a,b' } } },
      ['values'],
      report,
    );
  });
  expect(lines).toHaveLength(2);
});
