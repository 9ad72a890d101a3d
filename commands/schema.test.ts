import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parseAllDocuments } from 'yaml';
import { kinds } from '../src/api/index.ts';
import { run } from './testing/run.ts';
import { temporaryFolder } from './testing/temporary-folder.ts';

const schema = (...args: readonly string[]) => run(['schema', ...args]);
const header = ({ out }: { readonly out: string }): readonly string[] =>
  (out.split('\n')[0] ?? '').split(/ {2,}/);

test.each([
  ['the kinds', [], ['KIND', 'GROUP', 'VERSIONS', 'SHORT NAMES']],
  ['more about them', ['-o', 'wide'], ['KIND', 'GROUP', 'VERSIONS', 'SHORT NAMES', 'PLURAL', 'NAMESPACED']],
])('lists %s', async (_, args, columns) => {
  const result = await schema(...args);
  expect(header(result)).toEqual(columns);
  expect(result.out).toMatch(/^VirtualService +networking\.istio\.io +v1,v1alpha3,v1beta1 +vs\b/m);
});

test('lists every kind once in the experimental channel, fewer in the standard one', async () => {
  const experimental = await schema('-o', 'name', '--gateway-api-channel', 'experimental');
  const standard = await schema('-o', 'name');
  const names = experimental.out.trimEnd().split('\n');
  expect(new Set(names).size).toBe(kinds.length);
  expect(names).toContain('xmeshes.gateway.networking.x-k8s.io');
  expect(standard.out).not.toContain('xmeshes');
});

test('prints the editor schema of one kind', async () => {
  const { out } = await schema('vs');
  expect(JSON.parse(out)).toMatchObject({
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: 'VirtualService (networking.istio.io)',
    properties: { kind: { const: 'VirtualService' } },
  });
});

test('prints one schema for several kinds, which the kind of a document chooses from', async () => {
  const { out } = await schema('vs', 'dr');
  expect(JSON.parse(out)).toMatchObject({
    allOf: [
      { if: { properties: { kind: { const: 'VirtualService' } } } },
      { if: { properties: { kind: { const: 'DestinationRule' } } } },
    ],
  });
});

test('prints CRDs as a stream of YAML documents', async () => {
  const { out } = await schema('vs', 'dr', '-o', 'crd');
  const names = parseAllDocuments(out).map((document) => document.getIn(['metadata', 'name']));
  expect(names).toEqual(['virtualservices.networking.istio.io', 'destinationrules.networking.istio.io']);
});

test('prints a kind once that is named twice', async () => {
  const { out } = await schema('vs', 'VirtualService', '-o', 'name');
  expect(out).toBe('virtualservices.networking.istio.io\n');
});

test('writes a file for each kind, and one for all in JSON', async () => {
  const cwd = await temporaryFolder();
  const { code, out, err } = await run(['schema', 'vs', '--output-dir', 'schemas'], { cwd });
  expect({ code, out, err }).toEqual({ code: 0, out: '', err: 'wrote the schema of 1 kind to schemas\n' });
  expect((await readdir(join(cwd, 'schemas'))).sort()).toEqual([
    'all.json',
    'virtualservices.networking.istio.io.json',
  ]);
  const all: unknown = JSON.parse(await readFile(join(cwd, 'schemas/all.json'), 'utf8'));
  expect(all).toMatchObject({ allOf: [{ then: { title: 'VirtualService (networking.istio.io)' } }] });
});

test.each([
  [
    'a misspelt kind',
    ['VirtualServise'],
    'does not know the kind VirtualServise',
    'did you mean VirtualService?',
  ],
  ['a folder without a name', ['vs', '--output-dir', ''], '--output-dir needs the name of a folder', ''],
  [
    'a folder for a list',
    ['-o', 'name', '--output-dir', 'x'],
    '--output-dir writes schemas',
    'add `-o json`',
  ],
])('says what to write instead of %s', async (_, args, what, hint) => {
  const { code, err } = await schema(...args);
  expect(code).toBe(2);
  expect(err).toContain(what);
  expect(err).toContain(hint);
});
