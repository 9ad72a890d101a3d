import { fieldsOf, type Fields } from '../../object-fields.ts';
import type { Json, JsonObject } from '../../resources/index.ts';

/** A decoded DiscoveryResponse as JSON has it: times are RFC 3339 there, and a `Struct` is an object. */
export function plainAnswer(decoded: object): JsonObject {
  const answer = fieldsOf(decoded);
  const resources = answer?.items('resources') ?? [];
  return { ...answer?.raw, resources: resources.map(({ fields }) => plainResource(fields)) };
}

function plainResource(resource: Fields): JsonObject {
  const { '@type': type = '', ...rest } = resource.raw;
  const node = resource.inner('node');
  const configs = resource.items('genericXdsConfigs');
  return {
    '@type': type,
    ...rest,
    ...(node && { node: plainNode(node) }),
    ...(configs.length > 0 && { genericXdsConfigs: configs.map(({ fields }) => plainConfig(fields)) }),
  };
}

function plainNode(node: Fields): JsonObject {
  const metadata = node.inner('metadata');
  return { ...node.raw, ...(metadata && { metadata: plainStruct(metadata) }) };
}

function plainConfig(config: Fields): JsonObject {
  const error = config.inner('errorState');
  return {
    ...withTime(config, 'lastUpdated'),
    ...(error && { errorState: withTime(error, 'lastUpdateAttempt') }),
  };
}

function withTime(fields: Fields, name: string): JsonObject {
  const time = fields.inner(name);
  if (!time) return { ...fields.raw };
  const milliseconds = Number(time.text('seconds')) * 1000 + Math.floor(Number(time.text('nanos')) / 1e6);
  const moment = new Date(milliseconds);
  return { ...fields.raw, [name]: Number.isNaN(moment.getTime()) ? '' : moment.toISOString() };
}

const plainStruct = (struct: Fields): JsonObject =>
  Object.fromEntries(
    struct.items('fields').map(({ key = '', fields }): [string, Json] => [key, plainValue(fields)]),
  );

/** Of a `Value`, exactly one field is there; a number that is none is text in JSON. */
function plainValue(value: Fields): Json {
  const { raw } = value;
  const struct = value.inner('structValue');
  if (struct) return plainStruct(struct);
  const list = value.inner('listValue');
  if (list) return list.items('values').map(({ fields }) => plainValue(fields));
  return raw.stringValue ?? raw.numberValue ?? raw.boolValue ?? null;
}
