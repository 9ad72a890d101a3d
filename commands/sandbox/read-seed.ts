import { MeshctlError } from '../../src/errors.ts';
import type { JsonObject } from '../../src/resources/index.ts';
import type { CommandIo } from '../command-io.ts';
import { warn } from '../warn.ts';

/**
 * The objects that `--seed` names.
 *
 * @throws {MeshctlError} `input` when a file cannot be read, or something in it is no object.
 */
export async function readSeed(io: CommandIo, seed: string): Promise<readonly JsonObject[]> {
  if (seed === 'none') return [];
  if (seed === 'example') return (await import('../../src/sandbox/index.ts')).exampleObjects;
  const { readResources } = await import('../../src/resources/index.ts');
  const { documents, resources, notices } = await readResources([seed], { cwd: io.cwd });
  for (const notice of notices) warn(io, notice);
  const [problem] = documents.flatMap(({ problems }) => problems);
  if (problem !== undefined)
    throw new MeshctlError('input', `cannot read ${seed}`, {
      reason: problem.message,
      hint: 'name a file or folder with YAML or JSON of Kubernetes, or give example or none',
    });
  return resources.map(({ value }) => value);
}
