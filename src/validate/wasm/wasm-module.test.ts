import { expect, test } from 'vitest';
import { reported } from '../testing.ts';
import { checkWasmModule } from './wasm-module.ts';

type Module = Parameters<typeof checkWasmModule>[0];

const found = (module: Module): string[] =>
  reported((report) => {
    checkWasmModule(module, ['module'], report);
  });

test.each([
  'oci://a/b',
  'http://a/b',
  'https://a/b:1',
  'file:///opt/a.wasm',
  'a',
  'a/b:latest',
  '/opt/a',
  'http://',
  // What is no URL is tried once more with `http://` before it, where `http:` reads as the host.
  'http://a b/c',
])('a module comes from %s', (url) => {
  expect(found({ url })).toEqual([]);
});

test.each(['', 'ftp://a/b', 'fake://a', 'docker://a/b', 'localhost:5000/a', 'a b', 'a/%zz'])(
  'a module does not come from %j',
  (url) => {
    expect(found({ url })).toEqual(['wasm/url module.url']);
  },
);

const url = 'oci://a/b';
const digest = '01ba4719c80b6fe911b091a7c05124b64eeece964e09c058ef8f9805daca546b';

test.each<[string, Module, string[]]>([
  ['no address', {}, ['wasm/url module.url']],
  ['a checksum passes', { url, sha256: digest }, []],
  ['an empty checksum passes', { url, sha256: '' }, []],
  ['a checksum in capitals', { url, sha256: digest.toUpperCase() }, ['wasm/sha256 module.sha256']],
  ['a checksum cut short', { url, sha256: digest.slice(1) }, ['wasm/sha256 module.sha256']],
  [
    'names of the greatest length pass',
    { url, pluginName: 'a'.repeat(256), imagePullSecret: 'a'.repeat(253) },
    [],
  ],
  ['a plugin name too long', { url, pluginName: 'a'.repeat(257) }, ['wasm/name-length module.pluginName']],
  [
    'a secret name too long',
    { url, imagePullSecret: 'a'.repeat(254) },
    ['wasm/name-length module.imagePullSecret'],
  ],
  ['length counts in bytes', { url, pluginName: 'é'.repeat(129) }, ['wasm/name-length module.pluginName']],
  ['variables are checked', { url, vmConfig: { env: [{}] } }, ['wasm/env module.vmConfig.env[0].name']],
])('a module: %s', (_, module, expected) => {
  expect(found(module)).toEqual(expected);
});
