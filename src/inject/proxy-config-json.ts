import { messageSchemas, type SchemaNode } from '../api/index.ts';
import { parseDuration } from '../duration.ts';
import { isObject, plainText, type Json, type JsonObject } from '../json.ts';
import { protoDuration } from './duration-text.ts';

/** What proxies are started with when nobody says otherwise. */
export const defaultProxyConfig: JsonObject = {
  configPath: './etc/istio/proxy',
  binaryPath: '/usr/local/bin/envoy',
  serviceCluster: 'istio-proxy',
  drainDuration: '45s',
  discoveryAddress: 'istiod.istio-system.svc:15012',
  proxyAdminPort: 15000,
  controlPlaneAuthPolicy: 'MUTUAL_TLS',
  statNameLength: 189,
  statusPort: 15020,
  terminationDrainDuration: '5s',
};

/** The JSON of the settings of a proxy that are not the usual ones, in the order of the message. */
export function proxyConfigJson(config: JsonObject): string {
  const schema = messageSchemas.meshConfig.properties?.defaultConfig ?? {};
  const written = messageOf(schema, config);
  const usual = messageOf(schema, defaultProxyConfig);
  const differing = Object.entries(written).filter(
    ([key, value]) => JSON.stringify(value) !== JSON.stringify(usual[key]),
  );
  return JSON.stringify(Object.fromEntries(differing));
}

/** Fields of which "not said" differs from false or 0. */
const optional = new Set([
  'concurrency',
  'enableIstioTags',
  'holdApplicationUntilProxyStarts',
  'preserveHttp1HeaderCase',
  'statsCompression',
]);

/** A message as protobuf writes it: known fields in order, without those that have their zero value. */
function messageOf({ properties = {} }: SchemaNode, value: JsonObject): JsonObject {
  const entries = Object.entries(properties).flatMap(([name, node]) => {
    const given = Object.hasOwn(value, name) ? (value[name] ?? null) : null;
    if (given === null) return [];
    const written = fieldOf(node, given);
    return isZero(node, written) && !optional.has(name) ? [] : [[name, written] as const];
  });
  return Object.fromEntries(entries);
}

function fieldOf(node: SchemaNode, value: Json): Json {
  if (node.items !== undefined && Array.isArray(value)) {
    const { items } = node;
    return value.map((item) => fieldOf(items, item));
  }
  if (isObject(value)) return objectOf(node, value);
  if (node.decode === 'duration') return protoDuration(parseDuration(plainText(value)) ?? 0n);
  if (node.enum !== undefined && typeof value === 'number') return node.enum[value] ?? value;
  return node.type === 'string' ? plainText(value) : value;
}

function objectOf(node: SchemaNode, value: JsonObject): JsonObject {
  const { additionalProperties: values } = node;
  if (values === undefined) return node.properties === undefined ? value : messageOf(node, value);
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries.map(([key, item]) => [key, fieldOf(values, item)]));
}

/** Messages that are there are never left out, empty or not. */
function isZero(node: SchemaNode, value: Json): boolean {
  if (Array.isArray(value)) return value.length === 0;
  if (isObject(value)) return node.additionalProperties !== undefined && Object.keys(value).length === 0;
  return [0, false, ''].includes(value ?? '') || value === node.enum?.[0];
}
