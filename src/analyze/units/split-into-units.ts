import { posix } from 'node:path';
import { splitApiVersion } from '../../api/index.ts';
import { groupBy } from '../../group-by.ts';
import type { Resource } from '../../resources/index.ts';
import type { Kustomization } from './kustomizations.ts';

/** How the input is split into configurations that are applied together. */
export type UnitMode = 'auto' | 'dir' | 'file' | 'all';

/** Resources that are applied together: a kustomization, the output of a renderer, a folder. */
export type Unit = readonly Resource[];

/**
 * Splits resources into units. `auto`: what a kustomization that no other one takes holds; of the other files a folder
 * with all below it, unless an object is defined twice in there, then each of its folders by itself, and so on down to
 * single files. A resource can be in several units: a base is in every overlay that takes it.
 */
export function splitIntoUnits(
  resources: readonly Resource[],
  mode: UnitMode,
  kustomizations: ReadonlyMap<string, Kustomization>,
): readonly Unit[] {
  if (mode === 'all') return [resources];
  if (mode === 'dir') return [...groupBy(resources, ({ document }) => posix.dirname(document.file)).values()];
  const files = groupBy(resources, fileOf);
  if (mode === 'file') return [...files.values()];
  const { units, rest } = kustomized(files, kustomizations);
  return [...units, ...split(rest, 0)];
}

type Files = ReadonlyMap<string, readonly Resource[]>;

/** Its file, in the form of the paths of kustomizations. */
const fileOf = ({ document }: Resource): string => posix.normalize(document.file);

/** The units of the outermost kustomizations, and the files that none of them takes. */
function kustomized(
  files: Files,
  kustomizations: ReadonlyMap<string, Kustomization>,
): { units: Unit[]; rest: Files } {
  const taken = new Set([...kustomizations.values()].flatMap(({ resources }) => resources));
  const held = new Set<string>();
  const units: Unit[] = [];
  for (const kustomization of kustomizations.values()) {
    const names = filesOf(kustomization, kustomizations, new Set());
    for (const name of names) held.add(name);
    if (taken.has(kustomization.folder)) continue;
    const unit = [...names].flatMap((name) => files.get(name) ?? []);
    if (unit.length > 0) units.push(unit);
  }
  return { units, rest: new Map([...files].filter(([name]) => !held.has(name))) };
}

/** The files that a kustomization takes, also through others; one that takes itself ends there. */
function filesOf(
  { folder, resources }: Kustomization,
  kustomizations: ReadonlyMap<string, Kustomization>,
  seen: Set<string>,
): ReadonlySet<string> {
  if (seen.has(folder)) return new Set();
  seen.add(folder);
  return new Set(
    resources.flatMap((name) => {
      const other = kustomizations.get(name);
      return other === undefined ? [name] : [...filesOf(other, kustomizations, seen)];
    }),
  );
}

/** A tree of files, cut at the folder of the given depth wherever an object is defined twice. */
function split(files: Files, depth: number): Unit[] {
  const all = [...files.values()].flat();
  if (all.length === 0) return [];
  if (!hasRedefinition(all)) return [all];
  const children = new Map<string, Map<string, readonly Resource[]>>();
  for (const [name, held] of files) {
    const folders = posix.dirname(name).split('/');
    // The files of the folder itself come under an empty name.
    const child = depth < folders.length ? folders.slice(0, depth + 1).join('/') : '';
    const inChild = children.get(child) ?? new Map<string, readonly Resource[]>();
    children.set(child, inChild.set(name, held));
  }
  return [...children].flatMap(([child, inChild]) =>
    child === '' ? ownFiles(inChild) : split(inChild, depth + 1),
  );
}

/** Files of one folder: together if nothing is defined twice, else each by itself. */
const ownFiles = (files: Files): Unit[] => {
  const all = [...files.values()].flat();
  return hasRedefinition(all) ? [...files.values()] : [all];
};

/** The name of an object, the same for all its versions. */
const identityOf = ({ apiVersion, kind, namespace = '', name }: Resource): string =>
  `${splitApiVersion(apiVersion).group} ${kind} ${namespace}/${name}`;

function hasRedefinition(resources: readonly Resource[]): boolean {
  const seen = new Set<string>();
  return resources.some((resource) => {
    if (resource.name === '') return false;
    const identity = identityOf(resource);
    return seen.has(identity) || !seen.add(identity);
  });
}
