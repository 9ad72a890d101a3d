import { readText } from '../../resources/index.ts';
import type { AnalyzeOptions } from '../analysis-options.ts';
import { analyze } from '../analyze.ts';
import type { Mesh } from '../mesh.ts';
import { defineRule } from '../rule.ts';

/** The mesh of the objects in YAML text, for tests of models. */
export async function meshOf(text: string, options: AnalyzeOptions = {}): Promise<Mesh> {
  const meshes: Mesh[] = [];
  const probe = defineRule({
    slug: 'test/mesh',
    code: 'MSH0000',
    severity: 'info',
    summary: 'Keeps the mesh.',
    kinds: [],
    message: () => '',
    check: (mesh) => meshes.push(mesh),
  });
  await analyze(readText(text, 'mesh.yaml'), { ...options, only: [probe.slug], rules: [probe] });
  const [mesh] = meshes;
  if (mesh === undefined) throw new Error('the probe did not run');
  return mesh;
}
