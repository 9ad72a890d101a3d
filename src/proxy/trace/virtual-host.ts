import { asList, asText, valueAt, type Maybe } from '../message/index.ts';

/** A virtual host that is responsible for an authority, and by which of its domains. */
export interface VirtualHostChoice {
  readonly index: number;
  readonly domain: string;
  readonly domainIndex: number;
}

/**
 * The virtual host of a `RouteConfiguration` for an authority, as Envoy chooses it: the exact domain, the longest
 * `*.suffix`, the longest `prefix.*`, then `*`.
 */
export function pickVirtualHost(config: Maybe, authority: string): VirtualHostChoice | undefined {
  const host = hostOf(config, authority).toLowerCase();
  let best: (VirtualHostChoice & { readonly rank: Rank }) | undefined;
  asList(valueAt(config, 'virtual_hosts')).forEach((virtualHost, index) => {
    asList(valueAt(virtualHost, 'domains')).forEach((entry, domainIndex) => {
      const domain = asText(entry);
      const rank = rankOf(domain.toLowerCase(), host);
      if (rank !== undefined && (best === undefined || isBetter(rank, best.rank)))
        best = { index, domain, domainIndex, rank };
    });
  });
  return best && { index: best.index, domain: best.domain, domainIndex: best.domainIndex };
}

/** The authority as a route configuration compares it. */
export function hostOf(config: Maybe, authority: string): string {
  return valueAt(config, 'ignore_port_in_host_matching') === true ? withoutPort(authority) : authority;
}

/** `reviews:9080` -> `reviews`; `[::1]:80` -> `[::1]`. */
export function withoutPort(authority: string): string {
  return authority.replace(/:\d+$/, '');
}

/** Kind of the match, best first, and its length. */
type Rank = readonly [kind: number, length: number];

function rankOf(domain: string, host: string): Rank | undefined {
  if (domain === '*') return [3, 0];
  if (domain === host) return [0, domain.length];
  // The star stands for one character at least.
  if (host.length < domain.length) return undefined;
  if (domain.startsWith('*')) return host.endsWith(domain.slice(1)) ? [1, domain.length] : undefined;
  return domain.endsWith('*') && host.startsWith(domain.slice(0, -1)) ? [2, domain.length] : undefined;
}

const isBetter = (a: Rank, b: Rank): boolean => a[0] < b[0] || (a[0] === b[0] && a[1] > b[1]);
