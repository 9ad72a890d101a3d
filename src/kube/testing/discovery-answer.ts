import type { JsonObject } from '../../resources/index.ts';
import type { ServedKind } from '../discovery/served-kind.ts';

const verbs = ['get', 'list', 'watch'];

/** What an API server says of the kinds it serves, at once or as the lists of old; undefined for other paths. */
export function discoveryAnswer(
  path: string,
  kinds: readonly ServedKind[],
  aggregated: boolean,
): JsonObject | undefined {
  if (path === '/api') return aggregated ? allOf(kinds, true) : { kind: 'APIVersions', versions: ['v1'] };
  if (path === '/apis') return aggregated ? allOf(kinds, false) : groupList(kinds);
  return resourceList(path, kinds);
}

function resourceList(path: string, kinds: readonly ServedKind[]): JsonObject | undefined {
  const [, root, ...parts] = path.split('/');
  const [group = '', version = '', ...rest] = root === 'api' ? ['', ...parts] : parts;
  if (rest.length > 0) return undefined;
  const found = kinds.filter((kind) => kind.group === group && kind.version === version);
  if (found.length === 0) return undefined;
  const groupVersion = group === '' ? version : `${group}/${version}`;
  return { kind: 'APIResourceList', groupVersion, resources: found.flatMap(resourcesOf) };
}

function resourcesOf({ resource, kind, namespaced }: ServedKind): JsonObject[] {
  return [
    { name: resource, kind, namespaced, verbs },
    { name: `${resource}/status`, kind, namespaced, verbs: ['get'] },
  ];
}

function allOf(kinds: readonly ServedKind[], core: boolean): JsonObject {
  const groups = groupsOf(kinds.filter(({ group }) => (group === '') === core));
  return {
    kind: 'APIGroupDiscoveryList',
    items: groups.map(([group, versions]) => ({
      metadata: group === '' ? {} : { name: group },
      versions: versions.map((version) => ({
        version,
        freshness: 'Current',
        resources: kinds
          .filter((kind) => kind.group === group && kind.version === version)
          .map(aggregatedResource),
      })),
    })),
  };
}

function aggregatedResource({ group, version, kind, resource, namespaced }: ServedKind): JsonObject {
  const scope = namespaced ? 'Namespaced' : 'Cluster';
  return { resource, responseKind: { group, version, kind }, scope, verbs };
}

function groupList(kinds: readonly ServedKind[]): JsonObject {
  const groups = groupsOf(kinds.filter(({ group }) => group !== ''));
  return {
    kind: 'APIGroupList',
    groups: groups.map(([name, [first = '', ...others]]) => ({
      name,
      versions: [...others, first].map((version) => ({ version })),
      preferredVersion: { version: first },
    })),
  };
}

function groupsOf(kinds: readonly ServedKind[]): [string, string[]][] {
  const groups = new Map<string, Set<string>>();
  for (const { group, version } of kinds) groups.set(group, (groups.get(group) ?? new Set()).add(version));
  return [...groups].map(([group, versions]) => [group, [...versions]]);
}
