import type { Json, JsonObject } from '../../../../resources/index.ts';
import { isObject } from '../../../../json.ts';
import { asList, asObject, asText, valueAt } from '../../../message/index.ts';
import type { ProxyDump } from '../../../dump/dump.ts';
import { observationFormat, type Stage } from './stage.ts';

export interface FilterPlace {
  readonly dump: ProxyDump;
  readonly path: string;
  readonly stage: Stage;
}

/** A network filter as `equivalentBootstrap` says; none for one that is left out. */
export function standInFilter(filter: Json, place: FilterPlace): Json[] {
  const config = asObject(valueAt(filter, 'typed_config'));
  const name = asText(valueAt(filter, 'name'));
  const access_log = [accessLog(place.stage)];
  switch (shortType(config)) {
    case 'HttpConnectionManager':
      return [{ name, typed_config: { ...standInManager(config, place), access_log } }];
    case 'TcpProxy':
      return [{ name, typed_config: { ...without(config, ['access_log', 'tunneling_config']), access_log } }];
    case 'RBAC':
      return [{ name, typed_config: byHeader(config) }];
    default:
      return [];
  }
}

const shortType = (config: Json): string => asText(valueAt(config, '@type')).split('.').at(-1) ?? '';

function accessLog({ log }: Stage): Json {
  return {
    name: 'envoy.access_loggers.file',
    typed_config: {
      ...{ '@type': 'type.googleapis.com/envoy.extensions.access_loggers.file.v3.FileAccessLog', path: log },
      log_format: { json_format: { ...observationFormat } },
    },
  };
}

const dropped = [
  'access_log',
  'tracing',
  'rds',
  'route_config',
  'request_id_extension',
  'local_reply_config',
];

function standInManager(manager: JsonObject, { dump, path, stage }: FilterPlace): JsonObject {
  const filters = asList(manager.http_filters).filter((filter) =>
    kept.has(shortType(valueAt(filter, 'typed_config') ?? null)),
  );
  const names = filters.map((filter) => asText(valueAt(filter, 'name')));
  return {
    ...without(manager, dropped),
    http_filters: filters.map((filter) => byHeader(asObject(filter))),
    route_config: byPlace(routesOf(manager, { dump, path, stage }), names),
  };
}

/** Filters that decide by what they are told, and the one at the end. */
const kept = new Set(['RBAC', 'HTTPFault', 'Cors', 'Router', 'JwtAuthentication']);

interface Routes {
  readonly config: JsonObject;
  readonly at: string;
}

function routesOf(manager: JsonObject, { dump, path }: FilterPlace): Routes {
  if (isObject(manager.route_config))
    return { config: manager.route_config, at: `${path}.typed_config.route_config` };
  const name = asText(valueAt(manager, 'rds', 'route_config_name'));
  const sent = [...(dump.section('routes')?.items() ?? [])].find(
    (item) => item.name === name && item.state === 'active',
  );
  return { config: sent?.whole() ?? { name, virtual_hosts: [] }, at: `routes[${name}]` };
}

/** Each route gets its place as its name; settings of filters that were left out go too. */
function byPlace({ config, at }: Routes, filters: readonly string[]): Json {
  const settings = (each: Json): JsonObject => {
    const all = Object.entries(asObject(valueAt(each, 'typed_per_filter_config')));
    return {
      ...without(asObject(each), ['typed_per_filter_config', 'decorator', 'metadata']),
      typed_per_filter_config: Object.fromEntries(
        all.filter(([name, value]) => filters.includes(name) && shortType(value) !== 'TypedStruct'),
      ),
    };
  };
  return {
    ...without(config, ['@type']),
    validate_clusters: false,
    virtual_hosts: asList(config.virtual_hosts).map((host, hostIndex) => ({
      ...settings(host),
      routes: asList(valueAt(host, 'routes')).map((route, index) => ({
        ...settings(route),
        name: `${at}.virtual_hosts[${hostIndex}].routes[${index}]`,
      })),
    })),
  };
}

/** The PROXY header tells the address of the connection, but not who the direct peer is: one stands for the other. */
function byHeader(value: JsonObject): JsonObject {
  return asObject(renamed(value));
}

function renamed(value: Json): Json {
  if (Array.isArray(value)) return value.map(renamed);
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [
      key === 'direct_remote_ip' ? 'source_ip' : key,
      renamed(inner),
    ]),
  );
}

function without(object: JsonObject, fields: readonly string[]): JsonObject {
  return Object.fromEntries(Object.entries(object).filter(([field]) => !fields.includes(field)));
}
