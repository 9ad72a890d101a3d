import { isDeepStrictEqual } from 'node:util';
import { isObject, type Json, type JsonObject } from '../../json.ts';
import { pairItems } from './pair-items.ts';

/** One difference inside of an object. */
export interface ManifestChange {
  /** `spec.template.spec.containers[discovery].image`: items of lists by name where they have one. */
  readonly path: string;
  readonly what: 'added' | 'removed' | 'changed' | 'moved';
  /** Undefined for what was added, or moved. */
  readonly before?: Json;
  /** Undefined for what was removed, or moved. */
  readonly after?: Json;
}

/** What is different between two objects of a kind, in the order of fields and items. */
export function diffValues(kind: string, before: Json, after: Json): readonly ManifestChange[] {
  const changes: ManifestChange[] = [];
  compare(before, after, { kind, path: '', field: '' }, changes);
  return changes;
}

interface Place {
  readonly kind: string;
  readonly path: string;
  /** The name of the field that holds the value; decides how lists are compared. */
  readonly field: string;
}

function compare(
  before: Json | undefined,
  after: Json | undefined,
  place: Place,
  changes: ManifestChange[],
): void {
  const { path } = place;
  if (before === undefined || after === undefined) {
    if (after !== undefined) changes.push({ path, what: 'added', after });
    if (before !== undefined) changes.push({ path, what: 'removed', before });
  } else if (Array.isArray(before) && Array.isArray(after)) compareLists(before, after, place, changes);
  else if (isObject(before) && isObject(after)) compareObjects(before, after, place, changes);
  else if (!isDeepStrictEqual(before, after)) changes.push({ path, what: 'changed', before, after });
}

function compareObjects(
  before: JsonObject,
  after: JsonObject,
  { kind, path }: Place,
  changes: ManifestChange[],
): void {
  for (const field of new Set([...Object.keys(before), ...Object.keys(after)])) {
    const shown = /[.[\]]/.test(field) ? `[${field}]` : path === '' ? field : `.${field}`;
    compare(valueOf(before, field), valueOf(after, field), { kind, path: `${path}${shown}`, field }, changes);
  }
}

const valueOf = (object: JsonObject, field: string): Json | undefined =>
  Object.hasOwn(object, field) ? object[field] : undefined;

function compareLists(
  before: readonly Json[],
  after: readonly Json[],
  place: Place,
  changes: ManifestChange[],
): void {
  const { pairs, moved } = pairItems(before, after, place.kind, place.field);
  for (const { identity, old, now } of pairs)
    compare(old, now, { ...place, path: `${place.path}[${identity}]` }, changes);
  if (moved !== undefined) changes.push({ path: `${place.path}[${moved}]`, what: 'moved' });
}
