import { compareText } from '../compare-text.ts';
import { objectsIn, plainText, valueIn, type Json, type JsonObject } from '../json.ts';
import { isEmpty, type FieldSet } from './field-set.ts';
import { fieldsFrom, fieldsV1 } from './fields-v1.ts';

/** An entry of `metadata.managedFields`: who manages which fields. */
export interface ManagerEntry {
  readonly manager: string;
  readonly operation: 'Apply' | 'Update';
  readonly apiVersion: string;
  readonly subresource?: string;
  /** When the manager last wrote, as RFC 3339. */
  readonly time?: string;
  readonly fields: FieldSet;
}

/** The managers of an object, as it says itself. */
export function managersOf(object: JsonObject): readonly ManagerEntry[] {
  return entriesFrom(valueIn(object, 'metadata', 'managedFields'));
}

/** Reads `metadata.managedFields`; what is no entry is left out. */
export function entriesFrom(managedFields: Json | undefined): readonly ManagerEntry[] {
  return objectsIn(managedFields).flatMap((entry) => {
    const { manager, operation, apiVersion, subresource, time } = entry;
    if (operation !== 'Apply' && operation !== 'Update') return [];
    return [
      {
        manager: plainText(manager),
        operation,
        apiVersion: plainText(apiVersion),
        ...(typeof subresource === 'string' && subresource !== '' && { subresource }),
        ...(typeof time === 'string' && { time }),
        fields: fieldsFrom(entry.fieldsV1),
      },
    ];
  });
}

/** Writes `metadata.managedFields`, in the order of API servers, without managers of nothing. */
export function managedFieldsOf(entries: readonly ManagerEntry[]): Json[] {
  return entries
    .filter(({ fields }) => !isEmpty(fields))
    .sort(compareEntries)
    .map(({ manager, operation, apiVersion, subresource, time, fields }) => ({
      manager,
      operation,
      apiVersion,
      ...(time !== undefined && { time }),
      fieldsType: 'FieldsV1',
      fieldsV1: fieldsV1(fields),
      ...(subresource !== undefined && { subresource }),
    }));
}

function compareEntries(a: ManagerEntry, b: ManagerEntry): number {
  return (
    compareText(a.operation, b.operation) ||
    compareText(a.time ?? '', b.time ?? '') ||
    compareText(a.manager, b.manager) ||
    compareText(a.apiVersion, b.apiVersion) ||
    compareText(a.subresource ?? '', b.subresource ?? '')
  );
}

/** What tells entries apart: one that applies has one entry for all versions. */
export function isSameManager(one: Writer, other: Writer): boolean {
  return (
    one.manager === other.manager &&
    one.operation === other.operation &&
    (one.subresource ?? '') === (other.subresource ?? '') &&
    (one.operation === 'Apply' || one.apiVersion === other.apiVersion)
  );
}

export type Writer = Omit<ManagerEntry, 'fields' | 'time'>;
