import type { Json } from '../json.ts';
import { union } from './field-set.ts';
import { entriesFrom, managedFieldsOf, type ManagerEntry } from './manager-entry.ts';

/**
 * `metadata.managedFields` with the entries of some managers made over to another one, as if that one had applied the
 * fields. No value changes; what that one does not apply next time goes then.
 *
 * @param from - Which entries; those of subresources stay in any case.
 */
export function takeOver(
  managedFields: Json | undefined,
  from: (entry: ManagerEntry) => boolean,
  to: string,
): Json[] {
  const entries = entriesFrom(managedFields);
  const isTaken = (entry: ManagerEntry): boolean =>
    entry.subresource === undefined && ((entry.manager === to && entry.operation === 'Apply') || from(entry));
  const [first, ...more] = entries.filter(isTaken);
  if (first === undefined) return managedFieldsOf(entries);
  const taken: ManagerEntry = {
    ...first,
    manager: to,
    operation: 'Apply',
    fields: more.reduce((fields, entry) => union(fields, entry.fields), first.fields),
  };
  return managedFieldsOf([...entries.filter((entry) => !isTaken(entry)), taken]);
}
