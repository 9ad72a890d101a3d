import { expect, test } from 'vitest';
import { problems } from '../testing.ts';
import { checkTrafficExtension } from './traffic-extension.ts';

type Spec = Parameters<typeof checkTrafficExtension>[0];

const lua = { inlineCode: 'function envoy_on_request(handle) end' };
const wasm = { url: 'oci://a/b' };

test.each<[string, Spec, string[]]>([
  ['a script passes', { lua }, []],
  ['a module passes', { wasm }, []],
  ['neither', {}, ['trafficextension/one-of spec']],
  ['both', { lua, wasm }, ['trafficextension/one-of spec']],
  ['the module is checked', { wasm: { url: 'ftp://a' } }, ['wasm/url spec.wasm.url']],
  ['an empty script', { lua: { inlineCode: '' } }, ['trafficextension/lua spec.lua.inlineCode']],
  ['a script of 65536 bytes passes', { lua: { inlineCode: ' '.repeat(65536) } }, []],
  [
    'a longer script',
    { lua: { inlineCode: ' '.repeat(65537) } },
    ['trafficextension/lua spec.lua.inlineCode'],
  ],
  [
    'bytes count, not characters',
    { lua: { inlineCode: 'é'.repeat(40000) } },
    ['trafficextension/lua spec.lua.inlineCode'],
  ],
  [
    'a port of 0',
    { lua, match: [{ ports: [{ number: 0 }] }] },
    ['wasm/match-port spec.match[0].ports[0].number'],
  ],
  [
    'a target of a strange group',
    { lua, targetRefs: [{ group: 'apps', kind: 'Service', name: 'a' }] },
    ['targetref/kind spec.targetRefs[0]'],
  ],
])('%s', (_, spec, expected) => {
  expect(problems(checkTrafficExtension, spec)).toEqual(expected);
});
