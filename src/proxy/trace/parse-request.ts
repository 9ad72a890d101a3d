import { isIP } from 'node:net';
import { MeshctlError } from '../../errors.ts';
import type { HttpRequest, TraceRequest } from './trace.ts';

/** What can be told of a request besides its line. */
export interface RequestDetails {
  /** `name: value`, as curl takes them. */
  readonly headers?: readonly string[];
  readonly from?: TraceRequest['from'] | undefined;
  /** With or without `spiffe://`. */
  readonly sourcePrincipal?: string | undefined;
  readonly sourceIp?: string | undefined;
  readonly sni?: string | undefined;
  /** `ip:port`, where it differs from the URL, which most times has a name. */
  readonly destination?: string | undefined;
}

/**
 * Reads a request as people write it: `GET https://reviews.default:9080/api?x=1`, or `TCP 10.0.0.1:6379` for bytes
 * that are not HTTP; `TLS host:port` for those with TLS around them; `CONNECT host:port` asks a proxy for a tunnel. With `sourcePrincipal` it comes from a workload
 * of the mesh, through mutual TLS. Throws MeshctlError (input).
 */
export function parseRequest(line: string, details: RequestDetails = {}): TraceRequest {
  const parsed = parseLine(line);
  const { method, url } = parsed;
  const host = url.hostname.replace(/^\[|\]$/g, '');
  const { from = 'outbound', sourceIp, headers = [] } = details;
  const sourcePrincipal = principalOf(details.sourcePrincipal);
  return {
    ...{ from, host, sourcePrincipal, sourceIp: addressOf(sourceIp), sourcePort: undefined },
    destination: destinationOf(details.destination, host, portOf(url)),
    http: isBytes(method) ? undefined : httpOf(parsed, headers),
    ...greeting(method, url, { from, sourcePrincipal, host, sni: details.sni }),
  };
}

/** What TLS says first, where there is TLS. */
function greeting(
  method: string,
  { protocol }: URL,
  given: Pick<TraceRequest, 'from' | 'sourcePrincipal' | 'host'> & { readonly sni: string | undefined },
): Pick<TraceRequest, 'tls' | 'sni' | 'alpn'> {
  const mutual = given.from === 'inbound' && given.sourcePrincipal !== undefined;
  const secure = method === 'TLS' || protocol === 'https:';
  const named = secure && isIP(given.host) === 0;
  return {
    tls: secure || mutual,
    sni: given.sni ?? (named ? given.host : ''),
    alpn: alpnOf(mutual, secure, !isBytes(method)),
  };
}

const isBytes = (method: string): boolean => method === 'TCP' || method === 'TLS';

const example = 'write it like "GET http://reviews.default:9080/api?x=1" or "TCP redis.default:6379"';

interface Line {
  readonly method: string;
  readonly url: URL;
  /** Path and query as they are written: dots and slashes are left to the proxy. */
  readonly path: string;
}

function parseLine(line: string): Line {
  const [word = '', target = '', ...rest] = wordsOf(line);
  const method = word.toUpperCase();
  const scheme = { CONNECT: 'http', TCP: 'tcp', TLS: 'tcp' }[method];
  const address = scheme === undefined ? target : `${scheme}://${target.replace(/^(tcp|tls):\/\//i, '')}`;
  const wanted = scheme === undefined ? /^https?:\/\/[^/]/i : /^\w+:\/\/[^/]+:\d+$/;
  const isLine = /^[A-Z-]+$/.test(method) && rest.length === 0 && wanted.test(address);
  if (!isLine || !URL.canParse(address))
    throw new MeshctlError('input', `"${line}" is no request`, { hint: example });
  return { method, url: new URL(address), path: method === 'CONNECT' ? '' : pathOf(address) };
}

function pathOf(address: string): string {
  const path = address.replace(/^\w+:\/\/[^/?#\\]*/, '').replace(/#.*/, '');
  return (path.startsWith('/') ? path : `/${path}`).replace(/[^\x21-\x7e]/gu, encodeURIComponent);
}

/** As people give them to curl, too: `https://shop/` is a GET, `tcp://redis:6379` says by its scheme what it is. */
function wordsOf(line: string): string[] {
  const words = line.trim().split(/\s+/);
  const [first = ''] = words;
  if (words.length > 1) return words;
  return [/^(tcp|tls):/i.exec(first)?.[1] ?? 'GET', first];
}

function portOf(url: URL): number {
  if (url.port !== '') return Number(url.port);
  return url.protocol === 'https:' ? 443 : 80;
}

function httpOf({ method, url, path }: Line, lines: readonly string[]): HttpRequest {
  const headers = lines.map(parseHeader);
  const host = headers.find(([name]) => name === 'host')?.[1];
  return {
    ...{ method, path, version: '1.1', authority: host ?? authorityOf(method, url) },
    scheme: url.protocol === 'https:' ? 'https' : 'http',
    headers: headers.filter(([name]) => name !== 'host'),
  };
}

/** CONNECT names its port always. */
const authorityOf = (method: string, url: URL): string =>
  method === 'CONNECT' ? `${url.hostname}:${portOf(url)}` : url.host;

function parseHeader(line: string): readonly [string, string] {
  const parts = /^\s*([^\s:]+)\s*:(.*)$/s.exec(line);
  if (parts === null)
    throw new MeshctlError('input', `"${line}" is no header`, { hint: 'write it like "x-user: anna"' });
  return [(parts[1] ?? '').toLowerCase(), (parts[2] ?? '').trim()];
}

function principalOf(principal: string | undefined): string | undefined {
  if (principal === undefined || principal === '') return undefined;
  return principal.includes('://') ? principal : `spiffe://${principal}`;
}

function addressOf(address: string | undefined): string | undefined {
  if (address === undefined || isIP(address) !== 0) return address;
  throw new MeshctlError('input', `"${address}" is no IP address`);
}

function destinationOf(given: string | undefined, host: string, port: number): TraceRequest['destination'] {
  if (given === undefined) return { address: isIP(host) === 0 ? undefined : host, port };
  const parts = /^\[?([^\]]+?)\]?:(\d+)$/.exec(given);
  const address = parts?.[1] ?? '';
  if (isIP(address) === 0)
    throw new MeshctlError('input', `"${given}" is no destination`, {
      hint: 'write it like 10.96.0.19:7000',
    });
  return { address, port: Number(parts?.[2]) };
}

/** Sidecars offer protocols of Istio's own to each other. */
function alpnOf(mutual: boolean, secure: boolean, isHttp: boolean): readonly string[] {
  if (mutual) return isHttp ? ['istio-http/1.1', 'istio', 'http/1.1'] : ['istio-peer-exchange', 'istio'];
  return secure && isHttp ? ['h2', 'http/1.1'] : [];
}
