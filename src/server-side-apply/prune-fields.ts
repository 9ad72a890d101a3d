import type { Json } from '../json.ts';
import { difference, intersection, isEmpty, union, type FieldSet } from './field-set.ts';
import type { FieldType } from './field-type.ts';
import { fieldsOf } from './fields-of.ts';
import { removeFields } from './remove-fields.ts';

/**
 * Removes what the manager applied before and nobody manages now. As `Updater.prune` in
 * sigs.k8s.io/structured-merge-diff/merge/update.go: fields that nobody ever managed stay, unless they lie below one that
 * goes.
 *
 * @param last - What the manager applied before.
 * @param managed - What anybody manages now, the manager included.
 */
export function pruneFields(type: FieldType, merged: Json, last: FieldSet, managed: FieldSet): Json {
  if (isEmpty(last)) return merged;
  const named = (fields: FieldSet): FieldSet => withNamedFields(type, fields);
  const all = named(fieldsOf(type, merged));
  const bare = removeFields(type, merged, named(last));
  const kept = union(named(fieldsOf(type, bare)), named(managed));
  const owned = removeFields(type, merged, difference(all, kept));
  const lost = difference(all, named(fieldsOf(type, owned)));
  return removeFields(type, merged, intersection(lost, named(last)));
}

/** Adds fields of types that have something of the set below them; managers own only what is below. */
function withNamedFields(type: FieldType, fields: FieldSet): FieldSet {
  const below = [...fields.below].map(([element, set]) => {
    const name = element.startsWith('f:') ? element.slice(2) : undefined;
    const inner = withNamedFields(name === undefined ? type.item : type.field(name), set);
    const isNamed = name !== undefined && set.below.size > 0 && type.isNamed(name);
    return [element, isNamed ? { ...inner, self: true } : inner] as const;
  });
  return { self: fields.self, below: new Map(below) };
}
