import type { ResourceRef } from '../../finding.ts';
import { matchesWildcard } from './wildcard.ts';

/**
 * Whether a pattern means a resource: `Kind namespace/name`, or `Kind name` for kinds without namespace, where `*` stands
 * for anything, `/` included. The spelling `Kind name.namespace` means the same. A resource that names no namespace also
 * counts as one of `namespace`.
 */
export function matchesResource(pattern: string, resource: ResourceRef, namespace: string): boolean {
  return spellings(resource, namespace).some((text) => matchesWildcard(pattern, text));
}

function spellings({ kind, namespace, name }: ResourceRef, assumed: string): readonly string[] {
  const home = namespace === undefined || namespace === '' ? assumed : namespace;
  const named = [`${kind} ${home}/${name}`, `${kind} ${name}.${home}`];
  return home === namespace ? named : [`${kind} ${name}`, ...named];
}
