import { groupBy } from '../group-by.ts';
import type { KindName } from './kinds.ts';
import type { Mesh } from './mesh.ts';
import type { MeshObject } from './mesh-object.ts';
import type { Args } from '../finding.ts';
import { namesToTell } from './names-to-tell.ts';
import type { Report } from './rule.ts';

/** Objects that are meant for their whole namespace, by namespace. */
export const withoutSelectorByNamespace = <K extends KindName>(
  objects: readonly MeshObject<K>[],
): ReadonlyMap<string, readonly MeshObject<K>[]> => groupBy(objects, ({ namespace }) => namespace);

/** Reports that there is more than one: as istioctl at each, else at those after the first, with the first as related. */
export function reportSeveral<A extends Args>(
  mesh: Mesh,
  objects: readonly MeshObject[],
  argsOf: (names: string[]) => A,
  report: Report<A>,
): void {
  const [first, ...others] = objects;
  if (first === undefined || others.length === 0) return;
  const args = argsOf(namesToTell(mesh, objects));
  const path = ['metadata', 'name'];
  for (const object of mesh.settings.compat ? objects : others) {
    const related = object === first ? [] : [{ object: first, path, message: 'the first of them' }];
    report(object, path, args, { related });
  }
}
