import type { Json } from '../../resources/index.ts';
import { asList, asText, valueAt, type Maybe } from '../message/index.ts';
import { accessFacts, passAccess } from './access-step.ts';
import { passHttpConnection } from './http-connection.ts';
import { followShares, shareText, weightedShares } from './route-action.ts';
import type { Verdict } from './trace.ts';
import { resourceNamed, type Walk } from './walk.ts';

/** Passes a connection through the network filters of a chain, in order, up to the one that ends them. */
export function passNetworkFilters(walk: Walk, chain: Maybe, path: string): Verdict {
  for (const [index, filter] of asList(valueAt(chain, 'filters')).entries()) {
    const verdict = passFilter(walk, filter, `${path}.filters[${index}]`);
    if (verdict !== undefined) return verdict;
  }
  return { kind: 'closed', why: 'the filter chain has no filter that sends the connection on' };
}

function passFilter(walk: Walk, filter: Json, path: string): Verdict | undefined {
  const name = asText(valueAt(filter, 'name'));
  const config = valueAt(filter, 'typed_config') ?? sentConfig(walk, filter, name);
  const type = asText(valueAt(config, '@type')).split('.').at(-1) ?? '';
  const at = `${path}.typed_config`;
  switch (type) {
    case 'HttpConnectionManager':
      return passManager(walk, { name, config, path: at });
    case 'TcpProxy':
      return passTcpProxy(walk, { name, config, path: at });
    case 'RBAC': {
      const facts = accessFacts({ ...walk.request, http: undefined }, undefined);
      return passAccess(walk, { name, config, path: at, stage: 'network filter' }, facts).verdict;
    }
    default:
      passOther(walk, { name, config, path: at });
      return undefined;
  }
}

interface Filter {
  readonly name: string;
  readonly config: Maybe;
  readonly path: string;
}

function sentConfig(walk: Walk, filter: Json, name: string): Maybe {
  if (valueAt(filter, 'config_discovery') === undefined) return undefined;
  return valueAt(resourceNamed(walk, 'ecds', name), 'typed_config');
}

function passManager(walk: Walk, { name, config, path }: Filter): Verdict {
  const { http } = walk.request;
  if (http === undefined) {
    walk.steps.push({ stage: 'network filter', name, reason: 'expects HTTP, gets something else: closes' });
    return { kind: 'closed', why: 'the filter chain expects HTTP' };
  }
  const prefix = asText(valueAt(config, 'stat_prefix'));
  const field = { path: `${path}.stat_prefix`, value: prefix };
  walk.steps.push({ stage: 'network filter', name, reason: 'reads the HTTP request', field });
  return passHttpConnection(walk, config, path, http);
}

function passTcpProxy(walk: Walk, { name, config, path }: Filter): Verdict {
  const weighted = valueAt(config, 'weighted_clusters');
  const field = weighted === undefined ? 'cluster' : 'weighted_clusters';
  const cluster = asText(valueAt(config, 'cluster'));
  const shares =
    weighted === undefined ? (cluster === '' ? [] : [{ cluster, percent: 100 }]) : weightedShares(weighted);
  walk.steps.push({
    ...{ stage: 'network filter', name, reason: `passes on the bytes: ${shareText(shares)}` },
    field: { path: `${path}.${field}`, value: weighted ?? cluster },
  });
  return followShares(walk, shares, { name, field });
}

const known: Readonly<Record<string, string>> = {
  'envoy.filters.network.sni_cluster': 'names the cluster by the server name of TLS',
  'envoy.filters.network.sni_dynamic_forward_proxy': 'looks up the server name of TLS in DNS',
  'envoy.filters.network.mongo_proxy': 'collects statistics of MongoDB',
  'envoy.filters.network.mysql_proxy': 'collects statistics of MySQL',
  'istio.stats': 'collects statistics',
  'istio.metadata_exchange': 'exchanges metadata',
};

function passOther(walk: Walk, { name, config, path }: Filter): void {
  const type = asText(valueAt(config, '@type'));
  const reason = known[name] ?? `its effect is not in the dump (${type || 'no configuration'})`;
  walk.steps.push({ stage: 'network filter', name, reason, field: { path: `${path}.@type`, value: type } });
  if (known[name] === undefined) walk.assumptions.add(`${name} lets the connection pass: ${reason}`);
}
