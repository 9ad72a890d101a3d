import type { ReadResult } from '../resources/index.ts';
import { istioVersion } from '../version.ts';
import type { AnalyzeOptions } from './analysis-options.ts';
import { meshConfiguration } from './mesh-settings.ts';
import { Mesh, type MeshSettings } from './mesh.ts';
import { readObjects } from './read-objects.ts';

/** A mesh to look things up in, and whether some documents could not be read. */
export interface ReadMesh {
  readonly mesh: Mesh;
  readonly unreadable: boolean;
}

/** The mesh that an input makes, without judging it: of `options` only those count that say how to read. */
export async function readMesh(read: ReadResult, options: AnalyzeOptions = {}): Promise<ReadMesh> {
  const { objects, setAside, validation } = await readObjects(read, options);
  const all = [...objects.values()];
  const { objects: configs } = await meshConfiguration(all, options);
  const mesh = new Mesh([...all, ...configs], settingsOf(options, undefined), setAside);
  return { mesh, unreadable: validation.unreadable };
}

/** What is known of the mesh besides its objects. */
export const settingsOf = (options: AnalyzeOptions, cluster: string | undefined): MeshSettings => ({
  assume: options.assume ?? (options.compat === undefined ? 'partial' : 'complete'),
  unread: options.unread ?? [],
  compat: options.compat !== undefined,
  now: options.now ?? new Date(),
  istioVersion: options.istioVersion ?? istioVersion,
  kubernetesVersion: options.kubernetesVersion ?? '1.32',
  ...(cluster !== undefined && { cluster }),
});
