import { posix } from 'node:path';
import { splitApiVersion } from '../../api/index.ts';
import { pushTo } from '../../group-by.ts';
import type { Resource } from '../../resources/index.ts';
import { isClusterScoped, kindName } from '../kinds.ts';
import type { Kustomization } from './kustomizations.ts';

/**
 * Gives each object the namespace that it will have: its own, else the one that its kustomization or the only
 * kustomization that takes it gives, else `usual`. Objects of kinds without namespaces lose a stray one.
 */
export function assignNamespaces(
  resources: readonly Resource[],
  usual: string,
  kustomizations: ReadonlyMap<string, Kustomization>,
): readonly Resource[] {
  const given = namespacesOf(kustomizations);
  return resources.map((resource) => {
    const kind = kindName(splitApiVersion(resource.apiVersion).group, resource.kind);
    if (kind === 'Other') return resource;
    if (isClusterScoped(kind)) return withNamespace(resource, undefined);
    if (resource.namespace !== undefined && resource.namespace !== '') return resource;
    const namespace = given(resource.document.file) ?? usual;
    return namespace === '' ? resource : withNamespace(resource, namespace);
  });
}

/** So that another run over the same input gives the same objects. */
const placed = new WeakMap<Resource, Resource>();

function withNamespace(resource: Resource, namespace: string | undefined): Resource {
  if (resource.namespace === namespace) return resource;
  const known = placed.get(resource);
  if (known !== undefined && known.namespace === namespace) return known;
  const made = { ...resource, namespace };
  placed.set(resource, made);
  return made;
}

/** The namespace that kustomizations give to the objects of a file; undefined if none does, or several differ. */
function namespacesOf(
  kustomizations: ReadonlyMap<string, Kustomization>,
): (file: string) => string | undefined {
  const takers = new Map<string, Kustomization[]>();
  for (const kustomization of kustomizations.values())
    for (const name of kustomization.resources) pushTo(takers, name, kustomization);
  const of = (name: string, seen: ReadonlySet<string>): Set<string> => {
    const found = new Set<string>();
    for (const { folder, namespace } of takers.get(name) ?? []) {
      if (seen.has(folder)) continue;
      const outer = of(folder, new Set([...seen, folder]));
      // The outermost one has the last word.
      if (outer.size > 0) for (const one of outer) found.add(one);
      else if (namespace !== undefined) found.add(namespace);
    }
    return found;
  };
  const known = new Map<string, string | undefined>();
  return (file) => {
    const name = posix.normalize(file);
    if (!known.has(name)) {
      const [only, ...others] = of(name, new Set());
      known.set(name, others.length === 0 ? only : undefined);
    }
    return known.get(name);
  };
}
