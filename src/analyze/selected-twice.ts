import type { Args } from '../finding.ts';
import { pushTo } from '../group-by.ts';
import type { KindName } from './kinds.ts';
import type { Mesh } from './mesh.ts';
import type { MeshObject } from './mesh-object.ts';
import { namesToTell } from './names-to-tell.ts';
import type { Report } from './rule.ts';
import { selectorText, type Labels, type Workload } from './workloads.ts';

/** Objects of one kind that select the same workload of their namespace. */
export interface SelectedTwice<K extends KindName> {
  /** In the order of the input, at least two. */
  readonly objects: readonly MeshObject<K>[];
  readonly namespace: string;
  /** Undefined where equal labels show the conflict, and the input does not hold the workload. */
  readonly workload: Workload | undefined;
  /** The name of the workload, or the labels that all select by. */
  readonly workloadName: string;
}

/** Every workload that more than one object of a kind selects; `labelsOf` gives none for objects that do not take part. */
export function selectedTwice<K extends KindName>(
  mesh: Mesh,
  kind: K,
  labelsOf: (object: MeshObject<K>) => Labels | undefined,
): SelectedTwice<K>[] {
  const byWorkload = new Map<Workload, MeshObject<K>[]>();
  const byLabels = new Map<string, MeshObject<K>[]>();
  for (const object of mesh.of(kind)) {
    const labels = labelsOf(object) ?? {};
    if (Object.keys(labels).length === 0) continue;
    const workloads = mesh.workloads.matching(labels, object.namespace);
    for (const workload of workloads) pushTo(byWorkload, workload, object);
    if (workloads.length === 0 && !mesh.settings.compat)
      pushTo(byLabels, `${object.namespace}/${selectorText(labels)}`, object);
  }
  return [
    ...Array.from(byWorkload, ([workload, objects]) => conflict(objects, workload.object.name, workload)),
    ...Array.from(byLabels, ([key, objects]) =>
      conflict(objects, key.slice(key.indexOf('/') + 1), undefined),
    ),
  ].filter(({ objects }) => objects.length > 1);
}

/**
 * Reports each conflict at its objects: as istioctl for every workload at all of them, else once, at those that
 * come after the first.
 */
export function reportSelectedTwice<K extends KindName, A extends Args>(
  mesh: Mesh,
  conflicts: readonly SelectedTwice<K>[],
  argsOf: (conflict: SelectedTwice<K> & { readonly names: string[] }) => A,
  report: Report<A>,
): void {
  const told = new Set<MeshObject<K>>();
  for (const found of conflicts) {
    const [first, ...others] = found.objects;
    const open = mesh.settings.compat ? found.objects : others.filter((object) => !told.has(object));
    if (first === undefined || open.length === 0) continue;
    const args = argsOf({ ...found, names: namesToTell(mesh, found.objects) });
    for (const object of open) {
      told.add(object);
      const related =
        object === first
          ? []
          : [{ object: first, path: ['metadata', 'name'], message: `${first.name} selects it too` }];
      report(object, ['metadata', 'name'], args, { related });
    }
  }
}

function conflict<K extends KindName>(
  objects: readonly MeshObject<K>[],
  workloadName: string,
  workload: Workload | undefined,
): SelectedTwice<K> {
  return { objects, namespace: objects[0]?.namespace ?? '', workload, workloadName };
}
