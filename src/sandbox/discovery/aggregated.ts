import { groupBy } from '../../group-by.ts';
import type { JsonObject } from '../../json.ts';
import type { ServedResource } from './served-resources.ts';

/** All resources of the core group, or of all other groups, at once: `APIGroupDiscoveryList`. */
export function aggregated(
  resources: readonly ServedResource[],
  core: boolean,
  apiVersion: string,
): JsonObject {
  const groups = groupBy(
    resources.filter(({ group }) => (group === '') === core),
    ({ group }) => group,
  );
  return {
    kind: 'APIGroupDiscoveryList',
    apiVersion: `apidiscovery.k8s.io/${apiVersion}`,
    metadata: {},
    items: [...groups].map(([name, members]) => ({
      metadata: { ...(name !== '' && { name }), creationTimestamp: null },
      versions: versionsOf(members),
    })),
  };
}

function versionsOf(members: readonly ServedResource[]): JsonObject[] {
  return [...groupBy(members, ({ version }) => version)].map(([version, resources]) => ({
    version,
    freshness: 'Current',
    resources: resources.map(described),
  }));
}

function described(one: ServedResource): JsonObject {
  const { group, version, kind } = one;
  return {
    resource: one.resource,
    responseKind: { group, version, kind },
    scope: one.namespaced ? 'Namespaced' : 'Cluster',
    singularResource: one.singular,
    verbs: [...one.verbs],
    ...(one.shortNames.length > 0 && { shortNames: [...one.shortNames] }),
    ...(one.categories.length > 0 && { categories: [...one.categories] }),
    ...(one.below.length > 0 && {
      subresources: one.below.map((below) => ({
        subresource: below.name,
        responseKind: { ...(below.kind ?? { group, version, kind }) },
        verbs: [...below.verbs],
      })),
    }),
  };
}
