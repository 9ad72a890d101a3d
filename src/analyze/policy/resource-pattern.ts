import type { ResourceRef } from '../../finding.ts';
import { matchesWildcard } from './wildcard.ts';

interface Spelled extends Pick<ResourceRef, 'kind' | 'name'> {
  readonly namespace?: string | undefined;
}

/**
 * Whether a pattern means a resource: `Kind namespace/name`, or `Kind name` for kinds without namespace, where `*` stands
 * for anything, `/` included. The spelling `Kind name.namespace` means the same. A resource that names no namespace also
 * counts as one of `namespace`.
 */
export function matchesResource(pattern: string, resource: ResourceRef, namespace: string): boolean {
  return matchesSpelling(pattern, spellings(resource, namespace));
}

/** As {@link matchesResource}, for many patterns and one resource. */
export function matchesSpelling(pattern: string, texts: readonly string[]): boolean {
  return texts.some((text) => matchesWildcard(pattern, text));
}

/** The texts that patterns may mean a resource by. */
export function spellings({ kind, namespace, name }: Spelled, assumed: string): readonly string[] {
  const home = namespace === undefined || namespace === '' ? assumed : namespace;
  const named = [`${kind} ${home}/${name}`, `${kind} ${name}.${home}`];
  return home === namespace ? named : [`${kind} ${name}`, ...named];
}
