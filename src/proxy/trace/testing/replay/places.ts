import type { Json, JsonObject } from '../../../../resources/index.ts';
import { isObject } from '../../../../json.ts';
import type { ProxyDump } from '../../../dump/dump.ts';
import { asList, asObject, asText, readAddress, valueAt, type Maybe } from '../../../message/index.ts';
import type { TraceRequest } from '../../trace.ts';
import { originalHost } from './original-host.ts';

/** Somewhere in a dump that a request can come to. */
export interface Place {
  readonly from: TraceRequest['from'];
  readonly address: string;
  readonly port: number;
  /** Conditions of the filter chain. */
  readonly match: Maybe;
  readonly chain: Json;
  readonly virtualHost?: Json;
  readonly route?: Json;
}

/** Every filter chain and route of a dump. */
export function placesIn(dump: ProxyDump): Place[] {
  const listeners = [...(dump.section('listeners')?.items() ?? [])]
    .filter(({ state }) => state === 'active' || state === 'static')
    .map((item): JsonObject => ({ name: item.name, ...item.whole() }))
    .filter(({ name, address }) => address !== undefined || name === 'main_internal');
  const isSidecar = listeners.some(({ name }) => name === 'virtualOutbound');
  return listeners.flatMap((listener) =>
    [...asList(listener.filter_chains), ...asList([listener.default_filter_chain ?? []].flat())].flatMap(
      (chain) =>
        whereabouts(listener, chain, isSidecar).flatMap((where) => placesOf(dump, { chain, ...where })),
    ),
  );
}

type Whereabouts = Pick<Place, 'from' | 'address' | 'port' | 'match'>;

function whereabouts(listener: JsonObject, chain: Json, isSidecar: boolean): Whereabouts[] {
  if (listener.filter_chain_matcher !== undefined) return matched(listener.filter_chain_matcher);
  const { text, port } = readAddress(listener.address);
  const match = valueAt(chain, 'filter_chain_match');
  const wanted = valueAt(match, 'destination_port');
  const [range] = asList(valueAt(match, 'prefix_ranges'));
  const open = text === '0.0.0.0' || text === '' ? originalHost : text;
  const where: Whereabouts = {
    match,
    address: asText(valueAt(range, 'address_prefix')) || open,
    port: typeof wanted === 'number' ? wanted : listener.name === 'virtualOutbound' ? 23_456 : port || 8000,
    from: fromOf(listener, isSidecar),
  };
  return [where];
}

/** Every address and port that occur in a matcher tree, and some that do not. */
function matched(matcher: Json): Whereabouts[] {
  const text = JSON.stringify(matcher);
  const all = (pattern: RegExp): string[] => [...text.matchAll(pattern)].map((found) => found[1] ?? '');
  const addresses = [...all(/"address_prefix":"([\d.]+)"/g), '10.96.0.99', originalHost];
  const ports = [...all(/"(\d+)":\{/g).map(Number), 8000];
  return addresses.flatMap((address) =>
    ports.map((port): Whereabouts => ({ address, port, from: 'inbound', match: undefined })),
  );
}

function fromOf({ name, address }: JsonObject, isSidecar: boolean): TraceRequest['from'] {
  if (name === 'virtualInbound' || address === undefined) return 'inbound';
  return isSidecar ? 'outbound' : 'gateway';
}

function placesOf(dump: ProxyDump, place: Place): Place[] {
  const manager = asList(valueAt(place.chain, 'filters'))
    .map((filter) => valueAt(filter, 'typed_config'))
    .find((config) => asText(valueAt(config, '@type')).endsWith('HttpConnectionManager'));
  if (manager === undefined) return [place];
  return asList(valueAt(routesOf(dump, manager), 'virtual_hosts')).flatMap((virtualHost) => {
    const routes = asList(valueAt(virtualHost, 'routes')).map((route) => ({ ...place, virtualHost, route }));
    return [{ ...place, virtualHost }, ...routes];
  });
}

function routesOf(dump: ProxyDump, manager: Json): Maybe {
  const inline = valueAt(manager, 'route_config');
  if (isObject(inline)) return inline;
  const name = valueAt(manager, 'rds', 'route_config_name');
  return [...(dump.section('routes')?.items() ?? [])].find((item) => item.name === name)?.whole();
}

/** Whether filters of access control stand before a place. */
export function isGuarded({ chain }: Place): boolean {
  return JSON.stringify(asObject(chain)).includes('rbac.v3.RBAC');
}
