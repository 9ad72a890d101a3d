import { isObject } from '../../json.ts';
import type { Json, JsonObject } from '../../resources/index.ts';
import { textOf, textsOf } from '../text-of.ts';
import type { ServedKind } from './served-kind.ts';

type GroupVersion = Pick<ServedKind, 'group' | 'version'>;

/** The versions in an `APIGroupList`, or in the `APIVersions` of the core group; of a group, the preferred one first. */
export function readGroups(answer: JsonObject): readonly GroupVersion[] {
  if (answer.kind === 'APIVersions') {
    return textsOf(answer.versions).map((version) => ({ group: '', version }));
  }
  return objectsOf(answer.groups).flatMap((entry) => {
    const group = textOf(entry.name) ?? '';
    const all = [entry.preferredVersion, ...(Array.isArray(entry.versions) ? entry.versions : [])];
    const versions = all.filter(isObject).flatMap(({ version }) => textOf(version) ?? []);
    return [...new Set(versions)].map((version) => ({ group, version }));
  });
}

/** The kinds in an `APIResourceList`. */
export function readResourceList({ groupVersion, resources }: JsonObject): readonly ServedKind[] {
  const [first = '', second] = (textOf(groupVersion) ?? '').split('/');
  const place = second === undefined ? { group: '', version: first } : { group: first, version: second };
  return objectsOf(resources).flatMap((entry) => {
    const resource = textOf(entry.name) ?? '';
    const kind = textOf(entry.kind);
    const listed = textsOf(entry.verbs).includes('list') && !resource.includes('/');
    return kind === undefined || !listed
      ? []
      : [{ ...place, kind, resource, namespaced: entry.namespaced === true }];
  });
}

function objectsOf(list: Json | undefined): readonly JsonObject[] {
  return Array.isArray(list) ? list.filter(isObject) : [];
}
