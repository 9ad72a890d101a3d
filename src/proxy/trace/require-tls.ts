import { isIP } from 'node:net';
import { asList, asText, valueAt, type Maybe } from '../message/index.ts';
import { decide, type Decision } from './decision.ts';
import { headerValue } from './header-match.ts';
import { prefixAround } from './ip-range.ts';
import type { HttpRequest, TraceRequest } from './trace.ts';

/** What `require_tls` of a virtual host comes to. */
export interface TlsDemand {
  /** Whether the request is redirected to https. */
  readonly redirects: Decision;
  readonly reason: string;
}

/** Judges whether a virtual host sends a request to https instead of answering it. */
export function demandTls(
  manager: Maybe,
  virtualHost: Maybe,
  { http, connection }: { readonly http: HttpRequest; readonly connection: TraceRequest },
): TlsDemand {
  const demand = asText(valueAt(virtualHost, 'require_tls'));
  if (demand !== 'ALL' && demand !== 'EXTERNAL_ONLY') return { redirects: 'no', reason: '' };
  if (schemeOf(manager, http, connection) === 'https') return { redirects: 'no', reason: 'it came by https' };
  if (demand === 'ALL') return { redirects: 'yes', reason: 'demands https' };
  const internal = isInternal(manager, http, connection);
  return {
    redirects: ({ yes: 'no', no: 'yes', unknown: 'unknown' } as const)[internal],
    reason: {
      yes: 'demands https only of clients outside, and this one is inside',
      no: 'demands https of clients outside, as this one is',
      unknown: 'demands https of clients outside, and whether this one is outside is not known',
    }[internal],
  };
}

/** What proxies before this one said of TLS counts where they are believed. */
function schemeOf(manager: Maybe, http: HttpRequest, { tls }: TraceRequest): string {
  const said = headerValue(http, 'x-forwarded-proto');
  if (said !== undefined && !isEdge(manager)) return said;
  return tls || http.scheme === 'https' ? 'https' : 'http';
}

const isEdge = (manager: Maybe): boolean =>
  valueAt(manager, 'use_remote_address') === true &&
  Number(valueAt(manager, 'xff_num_trusted_hops') ?? 0) === 0;

/** A request is internal when one client alone is named, by address, and that is inside. */
function isInternal(manager: Maybe, http: HttpRequest, { sourceIp }: TraceRequest): Decision {
  const forwarded = headerValue(http, 'x-forwarded-for');
  const edge = valueAt(manager, 'use_remote_address') === true;
  if (edge ? forwarded !== undefined : forwarded === undefined) return 'no';
  const address = edge ? sourceIp : forwarded?.trim();
  if (address === undefined) return 'unknown';
  if (isIP(address) === 0) return 'no';
  const config = valueAt(manager, 'internal_address_config');
  if (config !== undefined) {
    const ranges = asList(valueAt(config, 'cidr_ranges'));
    return decide(ranges.some((range) => prefixAround(range, address) !== undefined));
  }
  // Whether private addresses are inside without being named differs between versions of Envoy.
  return privateRanges.some((range) => prefixAround(range, address) !== undefined) ? 'unknown' : 'no';
}

const privateRanges = [
  ['10.0.0.0', 8],
  ['172.16.0.0', 12],
  ['192.168.0.0', 16],
  ['127.0.0.0', 8],
  ['fd00::', 8],
  ['::1', 128],
].map(([address_prefix, prefix_len]) => ({ address_prefix, prefix_len })) as readonly Maybe[];
