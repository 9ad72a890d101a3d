import type { JsonObject } from '../../resources/index.ts';
import type { ProxyDump } from '../dump/dump.ts';
import { asList, asText, valueAt } from '../message/index.ts';
import { pickFilterChain, type ChainChoice } from './filter-chain.ts';
import { chooseListener } from './listener-choice.ts';
import { inspect } from './listener-filters.ts';
import { mergeVerdicts } from './merge-verdicts.ts';
import { passNetworkFilters, unwrapTls } from './network-filters.ts';
import type { RejectedChoice, Trace, TraceRequest, Verdict } from './trace.ts';
import type { Walk } from './walk.ts';

/**
 * Follows a request through the configuration of a proxy as Envoy would: listener, listener filters, filter chain,
 * network filters, HTTP filters, route, cluster, endpoints. `dump` is a whole `/config_dump`; with
 * `?include_eds=true` it has the endpoints as well.
 *
 * What the dump cannot tell (random choices, filters that run programs or ask others) is said, not guessed: it is
 * among the `assumptions`, or the verdict is `unknown` with all `possibilities`.
 */
export function traceRequest(dump: ProxyDump, request: TraceRequest): Trace {
  const walk: Walk = { dump, request, steps: [], assumptions: new Set(), branches: [] };
  const end = start(walk);
  const verdicts = [...walk.branches.map(({ verdict }) => verdict), end];
  const verdict = mergeVerdicts(
    verdicts,
    walk.branches.map(({ because }) => because),
  );
  return { request, steps: walk.steps, verdict, assumptions: [...walk.assumptions] };
}

function start(walk: Walk): Verdict {
  const choice = chooseListener(walk);
  if (choice === undefined) {
    const { address = '*', port } = walk.request.destination;
    return { kind: 'closed', why: `the proxy has no listener for ${address}:${port}` };
  }
  return passListener({ ...walk, request: choice.request }, choice.listener);
}

function passListener(walk: Walk, listener: JsonObject): Verdict {
  const path = `listeners[${asText(listener.name)}]`;
  const facts = inspect(walk, listener, path);
  if (listener.filter_chain_matcher !== undefined) {
    const why = `${path}.filter_chain_matcher chooses the filter chain, which is not followed`;
    return { kind: 'unknown', because: [why], possibilities: [] };
  }
  const chains = asList(listener.filter_chains);
  const choice = pickFilterChain(chains, facts);
  const chain = choice.index === undefined ? listener.default_filter_chain : chains[choice.index];
  const at =
    choice.index === undefined ? `${path}.default_filter_chain` : `${path}.filter_chains[${choice.index}]`;
  pushChain(walk, { listener, choice, at });
  if (chain === undefined) return { kind: 'closed', why: 'no filter chain of the listener matches' };
  // Only what the chain itself decrypts can be read as HTTP.
  const tls = unwrapTls(walk.request, chain);
  if (tls !== undefined) {
    walk.steps.push({ stage: 'filter chain', name: chainName(listener, choice), reason: tls.closed });
    return { kind: 'closed', why: tls.closed };
  }
  return passNetworkFilters(walk, chain, at);
}

function pushChain(
  walk: Walk,
  { listener, choice, at }: { listener: JsonObject; choice: ChainChoice; at: string },
): void {
  const rejected: RejectedChoice[] = choice.rejected.map(({ index, field, reason }) => ({
    name: chainName(listener, { ...choice, index }),
    reason,
    path: `listeners[${asText(listener.name)}].filter_chains[${index}].filter_chain_match.${field}`,
  }));
  const chains = asList(listener.filter_chains);
  const value =
    choice.index === undefined
      ? undefined
      : valueAt(chains[choice.index], 'filter_chain_match', choice.field);
  walk.steps.push({
    ...{ stage: 'filter chain', name: chainName(listener, choice), reason: chainReason(listener, choice) },
    ...(value !== undefined && { field: { path: `${at}.filter_chain_match.${choice.field}`, value } }),
    ...(rejected.length > 0 && { rejected }),
  });
}

function chainName(listener: JsonObject, { index }: Pick<ChainChoice, 'index'>): string {
  if (index === undefined) return listener.default_filter_chain === undefined ? 'none' : 'default';
  return asText(valueAt(asList(listener.filter_chains)[index], 'name')) || `#${index + 1}`;
}

function chainReason(listener: JsonObject, { index, field }: ChainChoice): string {
  if (index !== undefined)
    return field === ''
      ? 'takes every connection'
      : `matches, the most specific in ${field.replaceAll('_', ' ')}`;
  return listener.default_filter_chain === undefined
    ? 'no chain matches, and there is no default'
    : 'no other chain matches';
}
