import type { Path } from '../../../path.ts';
import type { Mesh } from '../../mesh.ts';
import type { MeshObject } from '../../mesh-object.ts';

/** A patch of an EnvoyFilter, with what the rules ask of it. */
export interface Patch {
  readonly object: MeshObject<'EnvoyFilter'>;
  readonly path: Path;
  readonly applyTo: string;
  readonly operation: string;
  readonly priority: number;
  /** The regular expression for the version of the proxy; empty for any. */
  readonly proxyVersion: string;
  /** The filters that the patch looks for: where it is put, or what it changes. */
  readonly filters: readonly FilterReference[];
  /** The name of the filter that it adds; empty for other patches. */
  readonly adds: string;
}

/** A filter that a match names, and where. */
export interface FilterReference {
  readonly name: string;
  readonly path: Path;
}

/** Every patch, in the order of the input. Where a patch has no `patch`, istioctl looks no further, and nor do we. */
export const patchesOf = (mesh: Mesh): readonly Patch[] =>
  mesh.of('EnvoyFilter').flatMap((object) => patchesIn(object));

/** Operations that do nothing unless what they refer to is there already. */
export const isRelative = ({ operation }: Patch): boolean =>
  ['REMOVE', 'REPLACE', 'INSERT_BEFORE', 'INSERT_AFTER'].includes(operation);

type Spec = MeshObject<'EnvoyFilter'>['spec'];
type Config = NonNullable<Spec['configPatches']>[number];

function patchesIn(object: MeshObject<'EnvoyFilter'>): Patch[] {
  const { configPatches = [], priority = 0 } = object.spec;
  const end = configPatches.findIndex(({ patch }) => patch === undefined);
  return configPatches.slice(0, end < 0 ? undefined : end).map((config, index) => {
    const path = ['spec', 'configPatches', index];
    const { applyTo = 'INVALID', match } = config;
    return {
      ...{ object, path, priority, applyTo },
      operation: config.patch?.operation ?? 'INVALID',
      proxyVersion: match?.proxy?.proxyVersion ?? '',
      filters: filtersOf(match, [...path, 'match']),
      adds: addedBy(config),
    };
  });
}

const adding: ReadonlySet<string> = new Set([
  ...['ADD', 'INSERT_FIRST', 'INSERT_BEFORE', 'INSERT_AFTER', 'REPLACE'],
]);

function addedBy({ applyTo, patch: { operation, value } = {} }: Config): string {
  const name = value?.name;
  const isFilter = String(applyTo).endsWith('_FILTER');
  return isFilter && adding.has(String(operation)) && typeof name === 'string' ? name : '';
}

function filtersOf(match: Config['match'], path: Path): FilterReference[] {
  const { listener, waypoint } = match ?? {};
  return [
    ...inFilter(listener?.filterChain?.filter, [...path, 'listener', 'filterChain', 'filter']),
    ...inFilter(waypoint?.filter, [...path, 'waypoint', 'filter']),
    { name: listener?.listenerFilter ?? '', path: [...path, 'listener', 'listenerFilter'] },
  ].filter(({ name }) => name !== '');
}

interface FilterMatch {
  readonly name?: string;
  readonly subFilter?: { readonly name?: string };
}

const inFilter = ({ name = '', subFilter }: FilterMatch = {}, path: Path): FilterReference[] => [
  { name, path: [...path, 'name'] },
  { name: subFilter?.name ?? '', path: [...path, 'subFilter', 'name'] },
];
