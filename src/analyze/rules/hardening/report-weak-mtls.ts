import { groupBy } from '../../../group-by.ts';
import { formatPath } from '../../../path.ts';
import type { Mesh } from '../../mesh.ts';
import { fullName, type MeshObject } from '../../mesh-object.ts';
import type { RelatedPlace, Report } from '../../rule.ts';
import type { Workload } from '../../workloads.ts';
import { weakMtls, type WeakMtls } from './weak-mtls.ts';

/** Where a mode is set that a rule is about, and the workloads that have it. */
export interface WeakMtlsArgs {
  readonly [name: string]: unknown;
  /** The first of those that it is about. */
  readonly workloads: readonly string[];
  readonly count: number;
  /** Whether a PeerAuthentication says so. */
  readonly set: boolean;
}

/** Reports every policy that sets a mode, and for each namespace that has the mode by default one of its workloads. */
export function reportWeakMtls(mesh: Mesh, mode: string, report: Report<WeakMtlsArgs>): void {
  const weak = mesh.derive(weakMtls).filter((one) => one.mode === mode);
  for (const same of groupBy(weak, placeOf).values()) {
    const [first] = same;
    if (first === undefined) continue;
    const { workload, policy, path } = first;
    const workloads = same.map((one) => one.workload.object);
    const args = { ...firstOf(workloads.map(fullName)), set: policy !== undefined };
    if (policy !== undefined) report(policy, path, args, { related: workloads.slice(0, 3).map(related) });
    else if (isKnown(mesh, workload))
      report(workload.object, ['metadata', 'name'], args, { related: workloads.slice(1, 4).map(related) });
    else
      report.undecided(workload.object, 'the PeerAuthentication of the mesh is missing, or cannot be read');
  }
}

/** Some of many names, and how many there are. */
export function firstOf(names: readonly string[]): { workloads: readonly string[]; count: number } {
  const distinct = [...new Set(names)];
  return { workloads: distinct.slice(0, 3), count: distinct.length };
}

/** `shop/web, shop/cart and 3 more`: how messages list workloads. */
export const listed = (names: readonly string[], count = names.length): string =>
  count <= 3 ? names.join(', ') : `${names.slice(0, 2).join(', ')} and ${count - 2} more`;

const placeOf = ({ policy, path, workload }: WeakMtls): string =>
  policy === undefined ? `namespace ${workload.namespace}` : `${fullName(policy)} ${formatPath(path)}`;

/** A default counts once it is sure that no policy of the mesh or the namespace says otherwise. */
function isKnown(mesh: Mesh, { namespace }: Workload): boolean {
  const counting = mesh
    .of('PeerAuthentication')
    .filter((policy) => policy.namespace === namespace || policy.namespace === mesh.rootNamespace);
  return mesh.isKnown('PeerAuthentication', mesh.rootNamespace) && counting.every(isReadable);
}

const isReadable = ({ broken }: MeshObject): boolean => broken.length === 0;

const related = (object: MeshObject): RelatedPlace => ({
  ...{ object, path: ['metadata', 'name'], message: 'a workload that it is about' },
});
