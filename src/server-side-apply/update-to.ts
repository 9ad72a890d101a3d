import { plainText, type JsonObject } from '../json.ts';
import { compareValues } from './compare-values.ts';
import { difference, isEmpty, noFields, union } from './field-set.ts';
import { isSameManager, managersOf, type ManagerEntry, type Writer } from './manager-entry.ts';
import { bareObject, manageable, untracked, withManagers } from './tracked-object.ts';
import { typeOf } from './type-of.ts';
import type { WriteAs } from './write-as.ts';

/**
 * The managers of an object after it was made, replaced or patched: who writes a field owns it, and nobody else does.
 * An API server does so with the defaults filled in. Managed fields in the new object count as far as there are any; an
 * object whose managers are not noted keeps it so.
 *
 * @param live - The object that was there; undefined for one that is made.
 * @param next - The object as it will be.
 */
export function updateTo(
  live: JsonObject | undefined,
  next: JsonObject,
  { manager, subresource, time, definitions }: WriteAs,
): JsonObject {
  const given = managersOf(next);
  const known = given.length > 0 || live === undefined ? given : managersOf(live);
  const after = untracked(next);
  if (isReset(next) || (live !== undefined && known.length === 0)) return after;
  const type = typeOf(next, definitions);
  const before = { ...bareObject(type, after), ...(live && untracked(live)) };
  const comparison = compareValues(type, before, after);
  const written = manageable(comparison.written, subresource);
  const lost = union(written, manageable(comparison.removed, subresource));
  const writer: Writer = {
    manager,
    operation: 'Update',
    apiVersion: plainText(next.apiVersion),
    ...(subresource !== undefined && { subresource }),
  };
  const left = known.map((entry) => ({ ...entry, fields: difference(entry.fields, lost) }));
  if (isEmpty(written)) return withManagers(after, left);
  return withManagers(
    after,
    added(left, { ...writer, ...(time !== undefined && { time }), fields: written }),
  );
}

/** A list of one empty entry forgets all managers. */
function isReset({ metadata }: JsonObject): boolean {
  const list = typeof metadata === 'object' && metadata !== null && 'managedFields' in metadata;
  return list && JSON.stringify(metadata.managedFields) === '[{}]';
}

function added(entries: readonly ManagerEntry[], mine: ManagerEntry): readonly ManagerEntry[] {
  const before = entries.find((entry) => isSameManager(entry, mine));
  const fields = union(before?.fields ?? noFields, mine.fields);
  return [...entries.filter((entry) => entry !== before), { ...mine, fields }];
}
