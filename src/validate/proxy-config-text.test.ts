import { expect, it } from 'vitest';
import { proxyConfigFault } from './proxy-config-text.ts';

it.each([
  ['nothing', '', undefined],
  ['an empty mapping', '{}', undefined],
  ['settings', 'holdApplicationUntilProxyStarts: true\nconcurrency: 2', undefined],
  ['a field that Istio passes over', 'holdUntilProxyStarts: true', undefined],
  ['a list', '[]', 'the document is a list, not an object'],
  ['an address that is emptied', 'discoveryAddress: ""', '`discoveryAddress` is empty'],
])('of %s', (_, text, expected) => {
  expect(proxyConfigFault(text)).toBe(expected);
});

it.each([
  ['broken YAML', 'tracing: {'],
  ['a value of the wrong type', 'concurrency: many'],
  ['a port out of range', 'statusPort: 70000'],
])('finds a fault in %s', (_, text) => {
  expect(proxyConfigFault(text)).not.toBeUndefined();
});
