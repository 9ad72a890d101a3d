import { isDeepStrictEqual } from 'node:util';
import { isObject, plainText, setKey, valueIn, withoutKey, type Json, type JsonObject } from '../json.ts';
import { isSameQuantity } from './quantity.ts';
import { isServerDefault } from './server-defaults.ts';

/**
 * An object as the API server will store it, as far as the one that is there tells: values that mean the same stay as
 * they are written there, defaults that are there come back, and what servers leave out is left out.
 */
export function settledObject(object: JsonObject, live: JsonObject): JsonObject {
  return settledMap(object, live, { kind: plainText(object.kind), name: '' });
}

interface Place {
  readonly kind: string;
  /** Of the field that holds the value; of the list, for an item. */
  readonly name: string;
}

function settled(value: Json, live: Json, place: Place): Json {
  if (isObject(value) && isObject(live)) return settledMap(value, live, place);
  if (Array.isArray(value) && Array.isArray(live))
    return value.map((item, index) => {
      const there = counterpart(item, live, index);
      return there === undefined ? item : settled(item, there, place);
    });
  return isSameQuantity(value, live) && isQuantity(place.name) ? live : value;
}

function settledMap(map: JsonObject, live: JsonObject, place: Place): JsonObject {
  const result: JsonObject = {};
  for (const [key, value] of Object.entries(map)) {
    const there = valueIn(live, key);
    if (isLeftOut(place, key, value) && !isDeepStrictEqual(value, there)) continue;
    setKey(result, key, there === undefined ? value : settled(value, there, placeBelow(place, key)));
  }
  for (const [key, value] of Object.entries(live)) {
    if (!Object.hasOwn(result, key) && comesBack(place, map, key, value)) setKey(result, key, value);
  }
  return result;
}

const placeBelow = ({ kind, name }: Place, key: string): Place => ({
  kind,
  name: quantities.has(name) ? name : key,
});

/** Servers write fields that are no pointers in the Go types even when there is nothing in them. */
function comesBack({ kind, name }: Place, map: JsonObject, key: string, value: Json): boolean {
  const isZero = !freeMaps.has(name) && (value === null || value === '');
  return isZero || isServerDefault(kind, name, map, key, value);
}

/** The item of the list that is there which is the same one. */
function counterpart(item: Json, live: readonly Json[], index: number): Json | undefined {
  const key = identities.find((name) => isObject(item) && Object.hasOwn(item, name));
  if (key === undefined) return live[index];
  return live.find((other) => valueIn(other, key) === valueIn(item, key)) ?? undefined;
}

const identities = ['name', 'mountPath', 'containerPort', 'port', 'uid'];

const isQuantity = (name: string): boolean => quantities.has(name) || quantityFields.has(name);
const quantities = new Set(['limits', 'requests', 'hard']);
const quantityFields = new Set(['sizeLimit', 'averageValue', 'value', 'divisor']);

const freeMaps = new Set(['labels', 'annotations', 'data', 'binaryData', 'stringData', ...quantities]);

function isLeftOut({ name: above }: Place, name: string, value: Json): boolean {
  if (freeMaps.has(above)) return false;
  if (value === '' || (Array.isArray(value) && value.length === 0)) return true;
  if (value === false || value === 0) return plainFields.has(name);
  return isObject(value) && Object.keys(value).length === 0 && plainMaps.has(name);
}

/** Maps that are not kept when they are empty. */
const plainMaps = new Set([...freeMaps, 'matchLabels', 'nodeSelector', 'properties']);

/** Numbers and flags that are no pointers in the Go types, so that zero and false are not kept. */
const plainFields = new Set([
  ...['hostNetwork', 'hostPID', 'hostIPC', 'stdin', 'stdinOnce', 'tty', 'readOnly', 'paused', 'hostPort'],
  ...['nodePort', 'initialDelaySeconds', 'minReadySeconds', 'publishNotReadyAddresses'],
  ...['preserveUnknownFields', 'priority'],
]);

/** An object without what the server keeps of it. */
export function withoutServerFields(object: JsonObject): JsonObject {
  const { metadata } = object;
  const rest = withoutKey(object, 'status');
  if (!isObject(metadata)) return rest;
  return { ...rest, metadata: serverFields.reduce(withoutKey, metadata) };
}

const serverFields = [
  ...['managedFields', 'resourceVersion', 'uid', 'generation', 'creationTimestamp', 'selfLink'],
  ...['deletionTimestamp', 'deletionGracePeriodSeconds'],
];
