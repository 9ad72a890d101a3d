import { isObject } from '../../json.ts';
import { envoyMessage } from '../../api/envoy/index.ts';
import type { Json, JsonObject } from '../../resources/index.ts';

/**
 * A message with its fields in camel case, as protobuf's JSON writes them: `connectTimeout`. The keys of maps, free
 * structures and fields that are not of the message keep their names. `type` is the full name of the message.
 */
export function camelCase(message: JsonObject, type: string): JsonObject {
  return renameFields(message, type, 'jsonName');
}

/** A message with its fields as Envoy's definition names them, `connect_timeout`; itself when they are so already. */
export function snakeCase(message: JsonObject, type: string): JsonObject {
  return hasCamelCase(message) ? renameFields(message, type, 'name') : message;
}

/** Looks at two levels: enough, for a program writes all names in one way. */
function hasCamelCase(message: JsonObject): boolean {
  return Object.entries(message).some(
    ([field, value]) =>
      camelCaseName.test(field) ||
      (isObject(value) && Object.keys(value).some((inner) => camelCaseName.test(inner))),
  );
}

const camelCaseName = /^[a-z][a-z0-9]*[A-Z]/;

type Naming = 'jsonName' | 'name';

function renameFields(message: JsonObject, type: string, naming: Naming): JsonObject {
  const known = envoyMessage(type);
  if (known === undefined) return message;
  return mapEntries(message, (key, value) => {
    const field = known.byKey.get(key);
    if (field === undefined) return [key, value];
    if (field.shape === 'map') return [field[naming], renameMap(value, field.type, naming)];
    return [field[naming], renameValue(value, field.type, naming)];
  });
}

function renameMap(value: Json, type: string, naming: Naming): Json {
  return isObject(value) ? mapEntries(value, (key, inner) => [key, renameValue(inner, type, naming)]) : value;
}

function renameValue(value: Json, type: string, naming: Naming): Json {
  if (Array.isArray(value)) return value.map((item) => renameValue(item, type, naming));
  if (!isObject(value)) return value;
  const url = type === 'google.protobuf.Any' ? value['@type'] : type;
  const name = typeof url === 'string' ? url.slice(url.lastIndexOf('/') + 1) : '';
  return name.startsWith('google.protobuf.') ? value : renameFields(value, name, naming);
}

function mapEntries(value: JsonObject, map: (key: string, value: Json) => [string, Json]): JsonObject {
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => map(key, inner)));
}
