import { isObject } from '../../json.ts';
import type { Json, JsonObject } from '../../resources/index.ts';
import { asObject, asText, readAddress } from '../message/index.ts';

/** Lists in which the order means nothing to Envoy. */
const sets: ReadonlySet<string> = new Set([
  'domains',
  'virtual_hosts',
  'endpoints',
  'lb_endpoints',
  'clusters',
  'additional_addresses',
  'match_typed_subject_alt_names',
  'match_subject_alt_names',
  'cluster_specifier_plugins',
]);

export const isSet = (field: string): boolean => sets.has(field);

const named: ReadonlySet<string> = new Set([
  'virtual_hosts',
  'http_filters',
  'filters',
  'listener_filters',
  'upstream_http_filters',
  'clusters',
  'transport_socket_matches',
  'cluster_specifier_plugins',
  'vhds',
]);

/** Lists whose items go by something else than a name. */
const identities: Readonly<Record<string, (item: JsonObject) => string | undefined>> = {
  routes: ({ name, match }) => asText(name) || matchText(match),
  filter_chains: ({ name, filter_chain_match: match }) => asText(name) || matchText(match),
  endpoints: localityText,
  lb_endpoints: endpointText,
};

/** What tells an item of a list apart: a name, a match, an address; undefined where only its place does. */
export function identityIn(field: string, item: Json): string | undefined {
  if (field === 'domains') return asText(item) || undefined;
  if (!isObject(item)) return undefined;
  const identity = Object.hasOwn(identities, field) ? identities[field] : undefined;
  if (identity !== undefined) return identity(item);
  return named.has(field) ? asText(item.name) || undefined : undefined;
}

const matchText = (match: Json | undefined): string | undefined =>
  match === undefined ? undefined : JSON.stringify(match);

/** `region/zone/sub_zone`, and the priority unless it is the first. */
function localityText({ locality, priority }: JsonObject): string {
  const { region, zone, sub_zone: subZone } = asObject(locality);
  const name = [region, zone, subZone].map(asText).join('/');
  return priority === undefined ? name : `${name} priority ${JSON.stringify(priority)}`;
}

function endpointText({ endpoint, endpoint_name: name }: JsonObject): string | undefined {
  const { address } = asObject(endpoint);
  const { kind, text, port } = readAddress(address);
  if (kind === 'none') return asText(name) || undefined;
  return port === 0 ? text : `${text}:${port}`;
}
