import type { JsonObject } from '../../json.ts';
import { apiVersionOf } from '../kinds/kind.ts';
import type { ServedResource } from './served-resources.ts';

/** The groups and their versions, for clients older than Kubernetes 1.26: `APIGroupList`. */
export const groupList = (resources: readonly ServedResource[]): JsonObject => ({
  kind: 'APIGroupList',
  apiVersion: 'v1',
  groups: [...new Set(resources.map(({ group }) => group))]
    .filter((group) => group !== '')
    .flatMap((group) => groupOf(resources, group) ?? []),
});

/** One group: `APIGroup`; undefined when it is not served. */
export function groupOf(resources: readonly ServedResource[], name: string): JsonObject | undefined {
  const members = resources.filter(({ group }) => group === name);
  const versions = [...new Set(members.map(({ version }) => version))].map((version) => ({
    groupVersion: `${name}/${version}`,
    version,
  }));
  const [preferredVersion] = versions;
  if (preferredVersion === undefined) return undefined;
  return { kind: 'APIGroup', apiVersion: 'v1', name, versions, preferredVersion };
}

/** The resources of a version of a group: `APIResourceList`; undefined when it is not served. */
export function resourceList(
  resources: readonly ServedResource[],
  group: string,
  version: string,
): JsonObject | undefined {
  const members = resources.filter((one) => one.group === group && one.version === version);
  if (members.length === 0) return undefined;
  const groupVersion = apiVersionOf({ group, version });
  return {
    kind: 'APIResourceList',
    apiVersion: 'v1',
    groupVersion,
    resources: members.flatMap((one) => [resourceOf(one), ...belowOf(one)]),
  };
}

function resourceOf(one: ServedResource): JsonObject {
  return {
    name: one.resource,
    singularName: one.singular,
    namespaced: one.namespaced,
    kind: one.kind,
    verbs: [...one.verbs],
    ...(one.shortNames.length > 0 && { shortNames: [...one.shortNames] }),
    ...(one.categories.length > 0 && { categories: [...one.categories] }),
  };
}

const belowOf = ({ below, resource, namespaced, kind }: ServedResource): JsonObject[] =>
  below.map((one) => ({
    name: `${resource}/${one.name}`,
    singularName: '',
    namespaced,
    kind,
    ...one.kind,
    verbs: [...one.verbs],
  }));
