import type { ProxyDump } from '../../../dump/dump.ts';
import { asList, asText, valueAt } from '../../../message/index.ts';
import type { HttpRequest, TraceRequest } from '../../trace.ts';
import { picker, type Pick as Choose } from '../random.ts';
import { originalHost } from './original-host.ts';
import { isGuarded, placesIn, type Place } from './places.ts';
import { headersFor, pathFor, wordsIn, type Words } from './satisfy.ts';

/** What a request is made for; where it comes to is for Envoy to say. */
const aims = [
  ...(['no route', 'condition', 'weights', 'answer', 'access', 'bytes', 'passthrough', 'any'] as const),
];
type Aim = (typeof aims)[number];

/** A request that its source port tells from all others. */
export type ReplayRequest = TraceRequest & { readonly sourcePort: number };

/** Requests for the routes and chains of a dump, `count` for each aim; the same for the same seed. */
export function replayRequests(dump: ProxyDump, seed: number, count: number): ReplayRequest[] {
  const pick = picker(seed);
  const places = placesIn(dump);
  const words = wordsIn(places);
  return aims
    .flatMap((aim) => {
      const fitting = places.filter((place) => fits[aim](place));
      if (fitting.length === 0) return [];
      return Array.from({ length: count }, () => requestFor(pick(...fitting), { aim, pick, words }));
    })
    .map((request, index) => ({ ...request, sourcePort: 10_000 + index }));
}

/** The ports at which connections to their original destination can be answered. */
export function replayPorts(dump: ProxyDump): number[] {
  return [...new Set([...placesIn(dump).map(({ port }) => port), ...freePorts])];
}

const freePorts = [23_456, 23_457];

const has = (place: Place, ...path: readonly string[]): boolean =>
  valueAt(place.route, ...path) !== undefined;
const isHttp = ({ virtualHost }: Place): boolean => virtualHost !== undefined;
const hasCondition = (place: Place): boolean =>
  has(place, 'match', 'headers') ||
  has(place, 'match', 'safe_regex') ||
  has(place, 'match', 'query_parameters');

const fits: Readonly<Record<Aim, (place: Place) => boolean>> = {
  'no route': isHttp,
  condition: hasCondition,
  weights: (place) => has(place, 'route', 'weighted_clusters'),
  answer: (place) => has(place, 'redirect') || has(place, 'direct_response'),
  access: isGuarded,
  bytes: (place) => !isHttp(place),
  passthrough: ({ from }) => from !== 'gateway',
  any: () => true,
};

interface Making {
  readonly aim: Aim;
  readonly pick: Choose;
  readonly words: Words;
}

function requestFor(place: Place, making: Making): TraceRequest {
  const { pick, words } = making;
  const connection = connectionFor(place, making);
  const http = isHttp(place) || pick(true, false, false) ? httpFor(place, making) : undefined;
  return {
    ...connection,
    from: place.from,
    destination: destinationFor(place, making),
    host: http?.authority ?? '',
    http: http && { ...http, scheme: connection.tls ? 'https' : 'http' },
    sourceIp: pick(...words.addresses),
    sourcePort: undefined,
  };
}

function destinationFor({ address, port }: Place, { aim, pick }: Making): TraceRequest['destination'] {
  const strays = aim === 'passthrough' || (aim === 'any' && pick(true, false, false));
  return strays ? { address: originalHost, port: pick(...freePorts, port) } : { address, port };
}

type Secrecy = Pick<TraceRequest, 'tls' | 'sni' | 'alpn' | 'sourcePrincipal'>;

/** What fulfils the conditions of the chain, most times. */
function connectionFor({ from, match, chain }: Place, { pick, words }: Making): Secrecy {
  const names = asList(valueAt(match, 'server_names')).map(asText);
  const wanted = asText(valueAt(match, 'transport_protocol'));
  const expected = wanted === 'tls' || names.length > 0 || valueAt(chain, 'transport_socket') !== undefined;
  const tls = pick(true, true, true, true, true, true, true, false) ? expected : !expected;
  if (!tls) return { tls, sni: '', alpn: [], sourcePrincipal: undefined };
  const name = names.length === 0 ? pick('', ...words.names) : pick(...names);
  return {
    tls,
    sni: pick(name, name, name, name.toUpperCase(), `x.${name}`, pick('', ...words.names))
      .replace('*', pick('a', 'b.c'))
      .replace(/\.$/, ''),
    alpn: pick(...(from === 'inbound' ? istioAlpn : []), [], ['http/1.1'], ['istio'], ['unheard-of']),
    sourcePrincipal: pick(...words.principals, '') || undefined,
  };
}

/** What sidecars offer to each other. HTTP/2 is not spoken here. */
const istioAlpn = [
  ['istio-http/1.1', 'istio', 'http/1.1'],
  ['istio-http/1.0'],
  ['istio-peer-exchange', 'istio'],
];

function httpFor({ virtualHost, route = null }: Place, { aim, pick, words }: Making): HttpRequest {
  const domains = asList(valueAt(virtualHost, 'domains')).map(asText);
  const fulfils = aim !== 'no route' && (pick(true, true, true, false) || aim === 'answer');
  const isPlain = plainAims.has(aim) && pick(true, true, false);
  const path = fulfils && route !== null ? pathFor(route, pick) : pick(...words.paths);
  const headers = headersFor(route, fulfils, pick);
  return {
    method: headers.find(([name]) => name === ':method')?.[1] ?? pick('GET', 'GET', 'POST', 'DELETE'),
    scheme: 'http',
    authority: authorityFor(domains, isPlain, pick),
    path: isPlain ? path : pick(path, path, path, `${path}?q=1`, path.toUpperCase(), `${path}/`),
    headers: headers.filter(([name]) => !name.startsWith(':')),
    version: '1.1',
  };
}

const plainAims: ReadonlySet<Aim> = new Set(['condition', 'weights', 'answer']);

function authorityFor(domains: readonly string[], isPlain: boolean, pick: Choose): string {
  const domain = domains.length === 0 ? '*' : pick(...domains);
  const host = domain === '*' ? pick('elsewhere.example', 'a.b') : domain.replace('*', pick('a', 'b.c'));
  if (isPlain) return host;
  return pick(host, host, host, host, `${host}:8080`, host.toUpperCase(), `${host}.`, `x${host}`);
}
