import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { readResources } from '../resources/index.ts';
import { analyze } from './analyze.ts';

const cwd = fileURLToPath(new URL('../../testdata/meshes', import.meta.url));
const inputs: readonly (readonly string[])[] = [
  ['market'],
  ['market/base'],
  ['clinic'],
  ['clinic/shared', 'clinic/envs/test'],
  ['clinic/shared', 'clinic/envs/prod'],
  ['harbour'],
];
const units = ['auto', 'dir', 'file'] as const;

const fileAndMessage = ({ file, rule, message }: { file: string; rule: string; message: string }): string =>
  `${file}: ${message} [${rule}]`;

test.each(
  inputs.flatMap((paths) =>
    (['partial', 'complete'] as const).map((assume) => [paths.join(' and '), assume, paths] as const),
  ),
)('there is nothing to report in %s, %s', async (_, assume, paths) => {
  const read = await readResources(paths, { cwd });
  for (const unit of units) {
    const { findings, resources, undecided } = await analyze(read, { assume, unit, cwd });
    expect(resources).toBeGreaterThan(20);
    expect(findings.filter(({ rule }) => rule !== 'input/fragment').map(fileAndMessage)).toEqual([]);
    expect(undecided).toEqual([]);
  }
});

test('only patches are set aside', async () => {
  const { findings } = await analyze(await readResources(['market', 'harbour'], { cwd }));
  expect(findings.map(({ file }) => file)).toEqual([
    'market/overlays/prod/limits.yaml',
    'market/overlays/staging/previews.yaml',
  ]);
});
