import { expect, test } from 'vitest';
import { problems } from '../testing.ts';
import { checkWasmPlugin } from './wasm-plugin.ts';

type Spec = Parameters<typeof checkWasmPlugin>[0];

const url = 'oci://registry.example.com:5000/filters/openid:1.2';

test.each<[string, Spec, string[]]>([
  ['a module passes', { url }, []],
  ['no module', { url: '' }, ['wasm/url spec.url']],
  [
    'a selector and ports pass',
    { url, selector: { matchLabels: { app: 'a' } }, match: [{ ports: [{ number: 80 }] }] },
    [],
  ],
  [
    'a port out of range',
    { url, match: [{}, { ports: [{ number: 80 }, { number: 65536 }] }] },
    ['wasm/match-port spec.match[1].ports[1].number'],
  ],
  [
    'a selector beside a target',
    { url, selector: { matchLabels: { app: 'a' } }, targetRef: { kind: 'Service', name: 'a' } },
    ['policy/selector-and-target spec'],
  ],
])('%s', (_, spec, expected) => {
  expect(problems(checkWasmPlugin, spec)).toEqual(expected);
});
