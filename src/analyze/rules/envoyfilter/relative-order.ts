import { groupBy } from '../../../group-by.ts';
import type { Mesh } from '../../mesh.ts';
import type { RelatedPlace } from '../../rule.ts';
import { isGeneratedFilter } from './generated-filters.ts';
import { isMisused } from './misused-operation.ts';
import { isRelative, patchesOf, type Patch } from './patches.ts';

/** A patch that finds its place, or what it changes, only when others come before it. */
export interface RelativePatch {
  readonly patch: Patch;
  /** IST0155 instead of IST0151: the others are for some versions of the proxy only. */
  readonly byVersion: boolean;
  /** The filter that another patch adds; empty in the sense of istioctl, which does not look. */
  readonly filter: string;
  readonly related: readonly RelatedPlace[];
}

/** The patches whose effect depends on the order in which EnvoyFilters are applied, or on the version of the proxy. */
export const relativePatches = (mesh: Mesh): readonly RelativePatch[] =>
  mesh.settings.compat ? forIstioctl(mesh) : dependent(mesh);

/** Every relative operation without a priority; the version counts when a patch of the same name before had one. */
function forIstioctl(mesh: Mesh): RelativePatch[] {
  const versioned = new Set<string>();
  const found: RelativePatch[] = [];
  for (const patch of mesh.derive(patchesOf)) {
    const name = nameForIstioctl(patch);
    if (isRelative(patch) && !isMisused(patch) && patch.priority === 0)
      found.push({ patch, byVersion: versioned.has(name), filter: '', related: [] });
    if (patch.proxyVersion !== '') versioned.add(name);
  }
  return found;
}

/** That of the value, or the network filter of the match for a value without a name. */
function nameForIstioctl({ object, path, filters }: Patch): string {
  const value = object.spec.configPatches?.[Number(path[2])]?.patch?.value;
  if (value === undefined || Object.keys(value).length === 0) return '';
  if (value.name !== undefined) return `value ${JSON.stringify(value.name)}`;
  const [filter] = filters;
  return filter?.path.includes('filterChain') === true ? filter.name : '';
}

/** Patches that refer to a filter which istiod does not make, but other patches add. */
function dependent(mesh: Mesh): RelativePatch[] {
  const patches = mesh.derive(patchesOf);
  const adding = groupBy(patches, ({ adds }) => adds);
  return patches.filter(isRelative).flatMap((patch) => {
    const filter = patch.filters.at(-1)?.name ?? '';
    if (filter === '' || isGeneratedFilter(filter)) return [];
    return dependence(patch, filter, adding.get(filter) ?? []);
  });
}

function dependence(patch: Patch, filter: string, adders: readonly Patch[]): RelativePatch[] {
  const others = adders.filter((other) => other !== patch);
  if (others.length === 0) return [];
  const byVersion = patch.proxyVersion === '' && others.every(({ proxyVersion }) => proxyVersion !== '');
  const unordered = others.filter((other) => isUnordered(patch, other));
  if (!byVersion && unordered.length === 0) return [];
  const [first] = unordered.length > 0 ? unordered : others;
  const related = first === undefined ? [] : [placeOf(first, filter)];
  return [{ patch, byVersion, filter, related }];
}

/** EnvoyFilters of one namespace and priority are applied in the order of their creation. */
const isUnordered = (one: Patch, other: Patch): boolean =>
  one.object !== other.object &&
  one.object.namespace === other.object.namespace &&
  one.priority === other.priority;

const placeOf = ({ object, path }: Patch, filter: string): RelatedPlace => ({
  ...{ object, path: [...path, 'patch', 'value', 'name'] },
  message: `${filter} is added here`,
});
