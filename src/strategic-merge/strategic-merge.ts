import { isObject, setKey, type Json, type JsonObject } from '../json.ts';
import { mergeKeyOf } from './merge-keys.ts';

/**
 * Lays a patch over a Kubernetes object as the API server does for `strategic-merge-patch`: maps merge key by key, null
 * takes a key away, lists of named items merge item by item, other lists are replaced. `$patch: replace` and
 * `$patch: delete` in maps and items are obeyed. Neither argument is changed.
 *
 * Source: https://kubernetes.io/docs/tasks/manage-kubernetes-objects/update-api-object-kubectl-patch/
 */
export function strategicMerge(base: JsonObject, patch: JsonObject, kind: string): JsonObject {
  if (patch.$patch === 'replace') return withoutDirective(patch);
  const merged = { ...base };
  for (const [key, value] of Object.entries(patch)) {
    if (key.startsWith('$')) continue;
    if (value === null || isDeletion(value)) Reflect.deleteProperty(merged, key);
    else setKey(merged, key, mergedValue(Object.hasOwn(base, key) ? base[key] : undefined, value, key, kind));
  }
  return merged;
}

const isDeletion = (value: Json): boolean => isObject(value) && value.$patch === 'delete';

function withoutDirective(patch: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(patch).filter(([key]) => key !== '$patch'));
}

function mergedValue(base: Json | undefined, patch: Json, key: string, kind: string): Json {
  if (isObject(patch)) return strategicMerge(isObject(base) ? base : {}, patch, kind);
  const mergeKey = mergeKeyOf(kind, key);
  if (!Array.isArray(patch) || mergeKey === undefined) return patch;
  return mergedList(Array.isArray(base) ? base : [], patch, { mergeKey, kind });
}

interface ListRules {
  readonly mergeKey: string;
  readonly kind: string;
}

/**
 * Items of the patch keep the order of the patch, the others theirs. Between the two an item of the patch comes first
 * unless the list had the other one before it.
 */
function mergedList(base: readonly Json[], patch: readonly Json[], { mergeKey, kind }: ListRules): Json[] {
  if (patch.some((item) => isObject(item) && item.$patch === 'replace'))
    return patch.filter((item) => !(isObject(item) && item.$patch === 'replace'));
  const keyOf = (item: Json): Json | undefined => (isObject(item) ? item[mergeKey] : item);
  const places = new Map(base.map((item, index) => [keyOf(item), index] as const));
  const deleted = new Set(patch.filter(isDeletion).map(keyOf));
  const wanted = patch
    .filter((item) => !isDeletion(item))
    .map((item) => {
      const place = places.get(keyOf(item));
      const below = place === undefined ? undefined : base[place];
      return isObject(item) ? strategicMerge(isObject(below) ? below : {}, item, kind) : item;
    });
  const named = new Set(wanted.map(keyOf));
  const others = base.filter((item) => !named.has(keyOf(item)) && !deleted.has(keyOf(item)));
  return zipped(others, wanted, (item) => places.get(keyOf(item)));
}

function zipped(
  others: readonly Json[],
  wanted: readonly Json[],
  placeOf: (item: Json) => number | undefined,
): Json[] {
  const result: Json[] = [];
  let next = 0;
  for (const item of wanted) {
    const place = placeOf(item);
    for (; place !== undefined && next < others.length; next += 1) {
      const other = others[next] ?? null;
      if ((placeOf(other) ?? 0) >= place) break;
      result.push(other);
    }
    result.push(item);
  }
  return [...result, ...others.slice(next)];
}
