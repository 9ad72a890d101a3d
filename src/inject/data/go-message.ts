import type { SchemaNode } from '../../api/index.ts';
import { parseDuration } from '../../duration.ts';
import {
  goFunction,
  GoInt,
  GoStruct,
  withElements,
  type GoMap,
  type GoValue,
} from '../../gotemplate/index.ts';
import { isObject, plainText, type Json } from '../../json.ts';
import { goDuration } from '../../duration-text.ts';

/**
 * A message of protobuf as templates see it: a pointer, nil without a value, with a field and a getter for everything it
 * can hold. `json` gives the value that it was made of.
 */
export function goMessage(schema: SchemaNode, type: string, value: Json | undefined): GoStruct {
  const given = isObject(value) ? value : {};
  const fields: GoMap = {};
  const methods: Record<string, ReturnType<typeof goFunction>> = {};
  for (const [name, node] of Object.entries(schema.properties ?? {})) {
    const member = exportedName(name);
    const read = (): GoValue => fieldOf(node, name, `${type}_${member}`, given[name]);
    Object.defineProperty(fields, member, { get: read, enumerable: true });
    methods[`Get${member}`] = goFunction([], () => (isWrapper(name) ? unwrapped(node, given[name]) : read()));
  }
  return new GoStruct({
    ...{ type, fields, methods },
    pointer: true,
    nil: !isObject(value),
    json: () => given,
  });
}

const exportedName = (name: string): string => name.charAt(0).toUpperCase() + name.slice(1);

/** Fields that are pointers to a boolean or a number, so that "not said" can be told from false and 0. */
const wrappers = new Set([
  'concurrency',
  'enableAutoMtls',
  'enableIstioTags',
  'enablePrometheusMerge',
  'holdApplicationUntilProxyStarts',
  'preserveHttp1HeaderCase',
  'statsCompression',
  'verifyCertificateAtClient',
]);

const isWrapper = (name: string): boolean => wrappers.has(name);

function fieldOf(node: SchemaNode, name: string, type: string, value: Json | undefined): GoValue {
  if (isWrapper(name)) return wrapper(node, value);
  if (node.items !== undefined) return listOf(node.items, name, type, value);
  if (node.additionalProperties !== undefined) return mapOf(node.additionalProperties, name, type, value);
  if (node.properties !== undefined) return goMessage(node, type, value);
  return scalarOf(node, type, value);
}

function listOf(items: SchemaNode, name: string, type: string, value: Json | undefined): GoValue {
  const list = Array.isArray(value) ? value.map((item) => fieldOf(items, name, type, item)) : [];
  return items.type === 'string' && items.enum === undefined ? withElements(list, 'string') : list;
}

function mapOf(values: SchemaNode, name: string, type: string, value: Json | undefined): GoValue {
  const entries = Object.entries(isObject(value) ? value : {});
  const map = Object.fromEntries(entries.map(([key, item]) => [key, fieldOf(values, name, type, item)]));
  return values.type === 'string' ? withElements(map, 'string') : map;
}

function scalarOf(node: SchemaNode, type: string, value: Json | undefined): GoValue {
  if (node.decode === 'duration') return durationOf(value);
  if (node.enum !== undefined) return enumOf(node.enum.map(String), type, value);
  switch (node.type) {
    case 'string':
      return plainText(value);
    case 'boolean':
      return value === true;
    case 'number':
      return Number(value ?? 0);
    case 'integer':
      return new GoInt(wholeOf(value), node.decode === 'uint32' ? 'uint32' : intType(node));
    default:
      return isObject(value) ? { ...value } : null;
  }
}

const intType = ({ format }: SchemaNode): 'int64' | 'int32' => (format === 'int64' ? 'int64' : 'int32');

function wholeOf(value: Json | undefined): number {
  const number = Number(value ?? 0);
  return Number.isSafeInteger(number) ? number : 0;
}

function enumOf(names: readonly string[], type: string, value: Json | undefined): GoInt {
  const number = typeof value === 'number' ? value : Math.max(names.indexOf(plainText(value)), 0);
  const text = names[number] ?? String(number);
  return new GoInt(wholeOf(number), 'int32', { type, methods: { String: goFunction([], () => text) } });
}

function durationOf(value: Json | undefined): GoStruct {
  const length = parseDuration(plainText(value));
  const nanoseconds = length ?? 0n;
  const part = 1_000_000_000n;
  return new GoStruct({
    type: 'durationpb.Duration',
    pointer: true,
    nil: length === undefined,
    fields: {
      Seconds: new GoInt(nanoseconds / part, 'int64'),
      Nanos: new GoInt(nanoseconds % part, 'int32'),
    },
    methods: {
      AsDuration: goFunction([], () => goDuration(nanoseconds)),
      GetSeconds: goFunction([], () => new GoInt(nanoseconds / part, 'int64')),
      String: goFunction([], () => `seconds:${nanoseconds / part}`),
    },
    json: () => plainText(value),
  });
}

function wrapper(node: SchemaNode, value: Json | undefined): GoStruct {
  const read = goFunction([], () => unwrapped(node, value));
  return new GoStruct({
    type: node.type === 'boolean' ? 'wrapperspb.BoolValue' : 'wrapperspb.Int32Value',
    pointer: true,
    nil: value === undefined || value === null,
    fields: { Value: unwrapped(node, value) },
    methods: { GetValue: read },
    json: () => value ?? null,
  });
}

const unwrapped = (node: SchemaNode, value: Json | undefined): GoValue =>
  node.type === 'boolean' ? value === true || value === 'true' : new GoInt(wholeOf(value), 'int32');
