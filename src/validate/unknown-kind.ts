import { kinds, splitApiVersion, findKind } from '../api/index.ts';
import { closest } from '../closest.ts';
import type { Problem } from '../finding.ts';
import type { Resource } from '../resources/index.ts';

/** The rule about kinds that meshctl cannot check. */
export const unknownKindRule = {
  slug: 'kind/unknown',
  code: 'MSH0013',
  severity: 'warning',
  summary: 'An object of an API group that meshctl checks has a kind and version of that group.',
} as const;

/**
 * What to say about an object that is not checked. In the API groups of Istio and Gateway API a strange kind is most
 * likely a slip; other objects are none of meshctl's business, unless the user wants to know (`strict`).
 */
export function unknownKind(resource: Resource, strict: boolean): Problem | undefined {
  const { group, version } = splitApiVersion(resource.apiVersion);
  const siblings = kinds.filter((entry) => entry.group === group).map(({ kind }) => kind);
  if (!strict && (siblings.length === 0 || resource.kind.endsWith('List'))) return undefined;
  const known = findKind(group, resource.kind) !== undefined;
  const meant = known ? undefined : (closest(resource.kind, siblings) ?? closest(resource.kind, allKinds));
  return {
    code: unknownKindRule.code,
    rule: unknownKindRule.slug,
    severity: strict ? 'error' : 'warning',
    message: known
      ? `${resource.kind} has no version ${version} that is served`
      : `meshctl does not know the kind ${resource.kind} of ${resource.apiVersion}; the object was not checked`,
    ...hintOf(known, meant),
    path: [known ? 'apiVersion' : 'kind'],
    args: { apiVersion: resource.apiVersion, kind: resource.kind, ...(meant !== undefined && { meant }) },
    rejectedBy: strict && siblings.length > 0 ? ['apiserver'] : [],
  };
}

const allKinds = [...new Set(kinds.map(({ kind }) => kind))];

function hintOf(known: boolean, meant: string | undefined): Pick<Problem, 'hint'> {
  if (known) return { hint: 'Run `meshctl schema` to see the versions of each kind.' };
  return meant === undefined ? {} : { hint: `Did you mean ${meant}?` };
}
