import { isDeepStrictEqual } from 'node:util';
import { compareText } from '../compare-text.ts';
import { isObject, plainText, withoutKey, type Json, type JsonObject } from '../json.ts';
import { compareValues } from './compare-values.ts';
import {
  difference,
  intersection,
  noFields,
  pathsOf,
  union,
  withoutField,
  type FieldSet,
} from './field-set.ts';
import type { FieldType } from './field-type.ts';
import { fieldsOf } from './fields-of.ts';
import { fieldText } from './fields-v1.ts';
import { isSameManager, managersOf, type ManagerEntry } from './manager-entry.ts';
import { mergeValues } from './merge-values.ts';
import { pruneFields } from './prune-fields.ts';
import { manageable, untracked, withManagers } from './tracked-object.ts';
import { typeOf } from './type-of.ts';
import { updateTo } from './update-to.ts';
import type { WriteAs } from './write-as.ts';

/** A field that another manager has, and that would change. */
export interface ContestedField {
  readonly field: string;
  readonly manager: string;
  readonly subresource?: string;
}

export interface Applied {
  /** The object with the managers it then has, as if conflicts were forced; before defaults are filled in. */
  readonly object: JsonObject;
  /** What an API server would refuse the object for, unless forced; by field. */
  readonly conflicts: readonly ContestedField[];
}

/**
 * What server-side apply makes of an object: fields that are given are set, those that the manager applied before and
 * does not give any more go, unless others manage them. Nothing else of the object changes, such as its generation.
 *
 * Source: https://kubernetes.io/docs/reference/using-api/server-side-apply/, and `Updater.Apply` in
 * sigs.k8s.io/structured-merge-diff/merge/update.go.
 *
 * @param live - The object that is there; undefined makes a new one.
 */
export function applyTo(live: JsonObject | undefined, applied: JsonObject, options: WriteAs): Applied {
  const { manager, subresource, time } = options;
  const type = typeOf(applied, options.definitions);
  const given = withoutReserved(applied, subresource);
  const mine: ManagerEntry = {
    ...{ manager, operation: 'Apply', apiVersion: plainText(applied.apiVersion) },
    ...(subresource !== undefined && { subresource }),
    fields: own(fieldsOf(type, given), subresource),
  };
  return live === undefined
    ? { object: withEntries(given, [], { ...mine, ...(time !== undefined && { time }) }), conflicts: [] }
    : applyToLive(type, withKnownManagers(live, options), given, mine, time);
}

function applyToLive(
  type: FieldType,
  live: JsonObject,
  given: JsonObject,
  mine: ManagerEntry,
  now: string | undefined,
): Applied {
  const managers = managersOf(live);
  const before = untracked(live);
  const last = managers.find((entry) => isSameManager(entry, mine));
  const others = managers.filter((entry) => entry !== last);
  const managed = others.reduce((all, entry) => union(all, entry.fields), mine.fields);
  const merged = mergeValues(type, before, given);
  const after = objectOf(pruneFields(type, merged, last?.fields ?? noFields, managed));
  const { left, conflicts } = handedOver(type, before, after, others, mine.subresource);
  const time = isDeepStrictEqual(before, after) ? last?.time : (now ?? last?.time);
  return { object: withEntries(after, left, { ...mine, ...(time !== undefined && { time }) }), conflicts };
}

const withEntries = (object: JsonObject, others: readonly ManagerEntry[], mine: ManagerEntry): JsonObject =>
  withManagers(object, [...others, { ...mine, fields: manageable(mine.fields, mine.subresource) }]);

/** The other managers of an object that changes, and what they lose. */
function handedOver(
  type: FieldType,
  before: JsonObject,
  after: JsonObject,
  others: readonly ManagerEntry[],
  subresource: string | undefined,
): { readonly left: readonly ManagerEntry[]; readonly conflicts: readonly ContestedField[] } {
  const comparison = compareValues(type, before, after);
  const [written, removed] = [own(comparison.written, subresource), own(comparison.removed, subresource)];
  return {
    left: others.map((entry) => ({
      ...entry,
      fields: difference(difference(entry.fields, written), removed),
    })),
    conflicts: others
      .flatMap((entry) => contested(entry, intersection(entry.fields, written)))
      .sort((a, b) => compareText(a.field, b.field)),
  };
}

function contested({ manager, subresource }: ManagerEntry, fields: FieldSet): ContestedField[] {
  return [...pathsOf(fields)].map((path) => ({
    field: fieldText(path),
    manager,
    ...(subresource !== undefined && { subresource }),
  }));
}

/** An object that nobody was ever noted for belongs to an unknown manager. */
function withKnownManagers(live: JsonObject, { definitions }: WriteAs): JsonObject {
  if (managersOf(live).length > 0) return live;
  return updateTo(undefined, live, {
    manager: 'before-first-apply',
    ...(definitions !== undefined && { definitions }),
  });
}

/** The status is written by itself, and what the server keeps of an object is not written at all. */
function withoutReserved(applied: JsonObject, subresource: string | undefined): JsonObject {
  const given = untracked(applied);
  return subresource === undefined ? withoutKey(given, 'status') : given;
}

const own = (fields: FieldSet, subresource: string | undefined): FieldSet =>
  subresource === undefined ? withoutField(fields, 'status') : fields;

const objectOf = (value: Json): JsonObject => (isObject(value) ? value : {});
