import type { JsonObject } from '../../resources/index.ts';
import { asObject, asText } from '../message/index.ts';
import type { ItemState, UpdateFailure } from './dump.ts';
import type { JsonCursor } from './json-cursor.ts';
import type { Shape } from './shape.ts';

/** A resource as it was found: with the fields that were asked for, and where it lies. */
export interface Found {
  readonly message: JsonObject;
  readonly start: number;
  readonly end: number;
}

/** What Envoy says around a resource. */
export interface Holder {
  readonly name?: string | undefined;
  readonly lastUpdated?: string | undefined;
  readonly version?: string | undefined;
  readonly failure?: Failure | undefined;
  readonly resource?: Found | undefined;
  /** What stands under `active_state` and the like. */
  readonly states: readonly (readonly [ItemState, Holder])[];
}

interface Failure extends UpdateFailure {
  /** What was refused. */
  readonly configuration: Found | undefined;
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

/** Reads an entry of a list of a section whose resource is in the field `resourceField`. */
export function readHolder(cursor: JsonCursor, resourceField: string, shape: Shape): Holder {
  const states: [ItemState, Holder][] = [];
  const holder: Mutable<Holder> = { states };
  for (let more = cursor.enter('{'); more; more = cursor.next('}')) {
    const field = snakeCaseKey(cursor.key());
    const state = stateFields.get(field);
    if (field === resourceField) holder.resource = readResource(cursor, shape);
    else if (state !== undefined) states.push([state, readHolder(cursor, resourceField, shape)]);
    else if (field === 'error_state') holder.failure = readFailure(cursor, shape);
    else readText(cursor, holder, field);
  }
  return holder;
}

/** Reads the resource at the cursor. */
export function readResource(cursor: JsonCursor, shape: Shape): Found {
  cursor.peek();
  const start = cursor.at;
  const message = asObject(cursor.pick(shape));
  return { message, start, end: cursor.at };
}

const stateFields: ReadonlyMap<string, ItemState> = new Map([
  ['active_state', 'active'],
  ['warming_state', 'warming'],
  ['draining_state', 'draining'],
]);

function readText(cursor: JsonCursor, holder: Mutable<Holder>, field: string): void {
  if (field === 'last_updated') holder.lastUpdated = asText(cursor.value());
  else if (field === 'version_info') holder.version = asText(cursor.value());
  else if (field === 'name') holder.name = asText(cursor.value());
  else cursor.skip();
}

function readFailure(cursor: JsonCursor, shape: Shape): Failure {
  const failure: Mutable<Failure> = { details: '', lastAttempt: '', configuration: undefined };
  for (let more = cursor.enter('{'); more; more = cursor.next('}')) {
    const field = snakeCaseKey(cursor.key());
    if (field === 'failed_configuration') failure.configuration = readResource(cursor, shape);
    else if (field === 'details') failure.details = asText(cursor.value());
    else if (field === 'last_update_attempt') failure.lastAttempt = asText(cursor.value());
    else cursor.skip();
  }
  return failure;
}

const snakeCaseKey = (key: string): string =>
  /[A-Z]/.test(key) ? key.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`) : key;
