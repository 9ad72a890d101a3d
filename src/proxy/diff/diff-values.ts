import { isObject } from '../../json.ts';
import { isDeepStrictEqual } from 'node:util';
import type { Json, JsonObject } from '../../resources/index.ts';
import { identityIn, isSet } from './list-identity.ts';

/** One difference inside of a resource. */
export interface Change {
  /** `virtual_hosts[cart:8080].routes[default].route.timeout`: list items by name, match or address. */
  readonly path: string;
  readonly what: 'added' | 'removed' | 'changed' | 'moved';
  /** Undefined for what was added, or moved. */
  readonly before?: Json;
  /** Undefined for what was removed, or moved. */
  readonly after?: Json;
}

/** What is different between two values of a message, in the order of fields and items. */
export function diffValues(before: Json, after: Json): readonly Change[] {
  const changes: Change[] = [];
  compare(before, after, { path: '', field: '' }, changes);
  return changes;
}

interface Place {
  readonly path: string;
  /** The name of the field that holds the value; decides how lists are compared. */
  readonly field: string;
}

function compare(before: Json | undefined, after: Json | undefined, place: Place, changes: Change[]): void {
  const { path } = place;
  if (before === undefined || after === undefined) {
    if (after !== undefined) changes.push({ path, what: 'added', after });
    if (before !== undefined) changes.push({ path, what: 'removed', before });
  } else if (Array.isArray(before) && Array.isArray(after)) compareLists(before, after, place, changes);
  else if (isObject(before) && isObject(after)) compareObjects(before, after, path, changes);
  else if (!isDeepStrictEqual(before, after)) changes.push({ path, what: 'changed', before, after });
}

function compareObjects(before: JsonObject, after: JsonObject, path: string, changes: Change[]): void {
  const fields = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  for (const field of fields) {
    const inner = { path: path === '' ? field : `${path}.${field}`, field };
    compare(valueOf(before, field), valueOf(after, field), inner, changes);
  }
}

const valueOf = (object: JsonObject, field: string): Json | undefined =>
  Object.hasOwn(object, field) ? object[field] : undefined;

function compareLists(
  before: readonly Json[],
  after: readonly Json[],
  place: Place,
  changes: Change[],
): void {
  const [old, now] = [byIdentity(before, place.field), byIdentity(after, place.field)];
  for (const [identity, item] of old) compare(item, now.get(identity), itemPlace(place, identity), changes);
  for (const [identity, item] of now)
    if (!old.has(identity)) compare(undefined, item, itemPlace(place, identity), changes);
  if (isSet(place.field)) return;
  const common = (one: ReadonlyMap<string, Json>, other: ReadonlyMap<string, Json>): string[] =>
    [...one.keys()].filter((identity) => other.has(identity));
  const [order, then] = [common(old, now), common(now, old)];
  const moved = order.find((identity, index) => identity !== then[index]);
  if (moved !== undefined) changes.push({ path: itemPlace(place, moved).path, what: 'moved' });
}

const itemPlace = ({ path, field }: Place, identity: string): Place => ({
  path: `${path}[${identity}]`,
  field: `${field}[]`,
});

/** Items by what tells them apart; of several with the same identity each counts. */
function byIdentity(list: readonly Json[], field: string): Map<string, Json> {
  const items = new Map<string, Json>();
  for (const [index, item] of list.entries()) {
    const identity = identityIn(field, item) ?? String(index);
    let key = identity;
    for (let nth = 2; items.has(key); nth += 1) key = `${identity} #${nth}`;
    items.set(key, item);
  }
  return items;
}
