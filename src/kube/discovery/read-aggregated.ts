import { isObject } from '../../json.ts';
import type { Json, JsonObject } from '../../resources/index.ts';
import { textOf, textsOf } from '../text-of.ts';
import type { Discovery, ServedKind } from './served-kind.ts';

/** Reads an `APIGroupDiscoveryList`. https://kubernetes.io/docs/concepts/overview/kubernetes-api/#aggregated-discovery */
export function readAggregated({ items }: JsonObject): Discovery {
  const kinds: ServedKind[] = [];
  const unavailable = new Set<string>();
  for (const item of objectsOf(items)) {
    const group = isObject(item.metadata) ? (textOf(item.metadata.name) ?? '') : '';
    for (const entry of objectsOf(item.versions)) {
      if (entry.freshness === 'Stale') unavailable.add(group);
      const version = textOf(entry.version) ?? '';
      for (const resource of objectsOf(entry.resources)) kinds.push(...servedKind(group, version, resource));
    }
  }
  return { kinds, unavailable: [...unavailable] };
}

function servedKind(group: string, version: string, entry: JsonObject): readonly ServedKind[] {
  const resource = textOf(entry.resource);
  const kind = isObject(entry.responseKind) ? textOf(entry.responseKind.kind) : undefined;
  if (resource === undefined || kind === undefined || !textsOf(entry.verbs).includes('list')) return [];
  return [{ group, version, kind, resource, namespaced: entry.scope === 'Namespaced' }];
}

function objectsOf(list: Json | undefined): readonly JsonObject[] {
  return Array.isArray(list) ? list.filter(isObject) : [];
}
