import {
  goFunction,
  printValue,
  GoInt,
  GoStruct,
  TemplateFault,
  withElements,
  type GoFunction,
  type GoMap,
  type GoValue,
} from '../../gotemplate/index.ts';
import { isObject, type Json, type JsonObject } from '../../json.ts';
import { goValue } from '../data/go-object.ts';
import { proxyConfigJson } from '../proxy-config-json.ts';
import { rawOf, textMap } from './argument.ts';

/** Functions of templates about JSON and maps. */
export const jsonFunctions: Readonly<Record<string, GoFunction>> = {
  toJSON: goFunction(['any'], (value) => JSON.stringify(sorted(textMap(value)))),
  fromJSON: goFunction(['string'], parsed),
  structToJSON: goFunction(['any'], (value) =>
    value === null
      ? '{}'
      : JSON.stringify(value instanceof GoStruct ? inGoOrder(rawOf(value)) : plain(value)),
  ),
  protoToJSON: goFunction(['any'], (value) => proxyConfigJson(rawOf(value))),
  strdict: goFunction(['...any'], (...items) => {
    const map: Record<string, string> = {};
    for (let i = 0; i < items.length; i += 2) map[printValue(items[i])] = printValue(items[i + 1] ?? '');
    return withElements<GoMap>(map, 'string');
  }),
  mergeMaps: goFunction(['...any'], (...maps) => withElements<GoMap>(merged(maps), 'string')),
  toJsonMap: goFunction(['...any'], (...maps) => JSON.stringify(sorted(merged(maps)))),
  omit: goFunction(['any', '...string'], (map, ...keys) =>
    withElements<GoMap>(
      Object.fromEntries(Object.entries(textMap(map)).filter(([key]) => !keys.includes(key))),
      'string',
    ),
  ),
  omitNil: goFunction(['any'], (value) => filled(value) ?? null),
};

const merged = (maps: readonly GoValue[]): Record<string, string> =>
  Object.assign({}, ...maps.map(textMap)) as Record<string, string>;

const sorted = (map: Readonly<Record<string, string>>): Record<string, string> =>
  Object.fromEntries(Object.entries(map).sort(([a], [b]) => (a < b ? -1 : 1)));

function parsed(text: string): GoValue {
  try {
    return goValue(JSON.parse(text) as Json);
  } catch (error) {
    if (error instanceof SyntaxError)
      throw new TemplateFault(`${JSON.stringify(text)} is no JSON: ${error.message}`);
    throw error;
  }
}

/** Go writes the fields of a port, of which templates write most, in this order. */
const portFields = ['name', 'hostPort', 'containerPort', 'protocol', 'hostIP'];

const inGoOrder = (raw: JsonObject): JsonObject => {
  const known = portFields.flatMap((name) => (raw[name] === undefined ? [] : [[name, raw[name]] as const]));
  return { ...Object.fromEntries(known), ...raw };
};

/** A value as JSON has it. */
function plain(value: GoValue): Json {
  if (value === undefined || value === null) return null;
  if (value instanceof GoInt) return Number(value.value);
  if (value instanceof GoStruct) return rawOf(value);
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, plain(item as GoValue)]));
}

/** A value without nulls, and without the maps and lists that hold nothing but nulls. */
function filled(value: GoValue): GoValue {
  const json = plain(value);
  if (json === null) return undefined;
  if (Array.isArray(json)) {
    const items = json.map((item) => filled(goValue(item))).filter((item) => item !== undefined);
    return items.length > 0 || json.length === 0 ? items : undefined;
  }
  if (!isObject(json)) return value;
  const entries = Object.entries(json)
    .map(([key, item]) => [key, filled(goValue(item))] as const)
    .filter(([, item]) => item !== undefined);
  return entries.length > 0 || Object.keys(json).length === 0 ? Object.fromEntries(entries) : undefined;
}
