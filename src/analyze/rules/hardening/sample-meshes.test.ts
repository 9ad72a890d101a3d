import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { readResources } from '../../../resources/index.ts';
import { analyze } from '../../analyze.ts';
import { hardeningRules } from './index.ts';

const cwd = fileURLToPath(new URL('../../../../testdata', import.meta.url));
const only = hardeningRules.map(({ slug }) => slug);

async function found(paths: readonly string[], assume: 'partial' | 'complete'): Promise<string[]> {
  const { findings } = await analyze(await readResources(paths, { cwd }), { only, assume, cwd });
  return findings.map(
    ({ rule, file, range }) => `${file}:${range.start.line} ${rule.slice('hardening/'.length)}`,
  );
}

// Whoever changes this list looks into the files first: each of these is so.
it.each([
  [
    'the bookshop, whose policy for gifts selects nothing',
    ['bookshop'],
    [
      'bookshop/catalog/workload.yaml:4 no-default-deny',
      'bookshop/catalog/workload.yaml:17 shared-service-account',
      'bookshop/gifts/workload.yaml:18 no-default-deny',
    ],
  ],
  [
    'the market, which takes tokens for other applications',
    ['meshes/market/base'],
    ['meshes/market/base/orders/access.yaml:9 jwt-without-audience'],
  ],
  [
    'the clinic, whose results are for everybody in the mesh',
    ['meshes/clinic/shared', 'meshes/clinic/envs/prod'],
    [
      'meshes/clinic/envs/prod/records.yaml:80 jwt-without-audience',
      'meshes/clinic/shared/lab.yaml:79 no-default-deny',
      'meshes/clinic/shared/mesh.yaml:8 egress-allow-any',
    ],
  ],
  ['the harbour, which is closed', ['meshes/harbour'], []],
])('finds only what is true of %s', async (_, paths, expected) => {
  expect(await found(paths, 'partial')).toEqual(expected);
});

it('finds the same where nothing is taken to be elsewhere', async () => {
  expect(await found(['meshes/harbour'], 'complete')).toEqual([]);
  expect(await found(['meshes/market/base'], 'complete')).toEqual(
    await found(['meshes/market/base'], 'partial'),
  );
});

it('runs no such rule unless it is asked for', async () => {
  const { findings } = await analyze(await readResources(['bookshop'], { cwd }), { cwd });
  expect(findings.filter(({ rule }) => rule.startsWith('hardening/'))).toEqual([]);
});
