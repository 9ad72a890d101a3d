import type { Path } from '../../../path.ts';
import type { MeshObject } from '../../mesh-object.ts';

/** Where a setting of the mesh config stands in what holds it: the ConfigMap of istiod, an IstioOperator, or a file of its own. */
export function meshConfigPlace({ resource: { value } }: MeshObject<'MeshConfig'>, path: Path): Path {
  if (value.kind === 'ConfigMap') return ['data', 'mesh', ...path];
  return value.kind === 'IstioOperator' ? ['spec', 'meshConfig', ...path] : path;
}
