import { MeshctlError } from '../../src/errors.ts';
import { readResources } from '../../src/resources/index.ts';
import { savedObjects, type ClusterObjects } from '../../src/vm/index.ts';
import type { CommandIo } from '../command-io.ts';

/** The objects of a cluster that were saved to a folder or file; documents that cannot be read are an error. */
export async function savedIn(io: CommandIo, folder: string): Promise<ClusterObjects> {
  const { documents, resources } = await readResources([folder], { cwd: io.cwd });
  const [bad] = documents.filter(({ problems }) => problems.length > 0);
  const [problem] = bad?.problems ?? [];
  if (bad !== undefined && problem !== undefined)
    throw new MeshctlError('input', `${bad.file}:${problem.range.start.line}: ${problem.message}`);
  return savedObjects(resources, folder);
}
