import type { JsonObject } from '../../resources/index.ts';
import { asList, asText, valueAt, type Maybe } from '../message/index.ts';
import { acceptTls, asksForCertificate } from './accept-tls.ts';
import { connectionInput } from './connection-input.ts';
import { pickFilterChain, type ChainChoice, type ConnectionFacts } from './filter-chain.ts';
import { inspect } from './listener-filters.ts';
import { walkTree } from './matcher-tree.ts';
import { passNetworkFilters } from './network-filters.ts';
import type { RejectedChoice, Verdict } from './trace.ts';
import type { Walk } from './walk.ts';

/** Passes a connection through a listener: its filters, then the filter chain that they lead to. */
export function passListener(walk: Walk, listener: JsonObject): Verdict {
  const path = `listeners[${asText(listener.name)}]`;
  const facts = inspect(walk, listener, path);
  if (listener.filter_chain_matcher !== undefined) return passMatcher(walk, { listener, path, facts });
  const chains = asList(listener.filter_chains);
  const choice = pickFilterChain(chains, facts);
  const chain = choice.index === undefined ? listener.default_filter_chain : chains[choice.index];
  const at =
    choice.index === undefined ? `${path}.default_filter_chain` : `${path}.filter_chains[${choice.index}]`;
  pushChain(walk, { listener, choice, at });
  return passChain(walk, { chain, at, name: chainName(listener, choice) });
}

interface Inspected {
  readonly listener: JsonObject;
  readonly path: string;
  readonly facts: ConnectionFacts;
}

/** A matcher tree in place of the conditions of the chains names the chain, as waypoints have it. */
function passMatcher(walk: Walk, { listener, path, facts }: Inspected): Verdict {
  const result = walkTree(
    listener.filter_chain_matcher,
    `${path}.filter_chain_matcher`,
    connectionInput(facts),
  );
  if (result.kind === 'unknown') {
    walk.steps.push({ stage: 'filter chain', name: 'unknown', reason: result.because });
    return { kind: 'unknown', because: [result.because], possibilities: [] };
  }
  const chains = asList(listener.filter_chains);
  const wanted =
    result.kind === 'action' ? asText(valueAt(result.action, 'typed_config', 'value')) : undefined;
  const index = chains.findIndex((chain) => wanted !== undefined && valueAt(chain, 'name') === wanted);
  const chain = index < 0 ? listener.default_filter_chain : chains[index];
  const name = index < 0 ? chainName(listener, { index: undefined }) : (wanted ?? '');
  walk.steps.push({
    ...{ stage: 'filter chain', name },
    reason: result.kind === 'action' ? result.reasons.join(', ') : 'no branch of the matcher fits',
    ...(result.kind === 'action' && { field: { path: result.path, value: wanted ?? '' } }),
  });
  const at = index < 0 ? `${path}.default_filter_chain` : `${path}.filter_chains[${index}]`;
  return passChain(walk, { chain, at, name });
}

function passChain(
  walk: Walk,
  { chain, at, name }: { readonly chain: Maybe; readonly at: string; readonly name: string },
): Verdict {
  if (chain === undefined) return { kind: 'closed', why: 'no filter chain of the listener matches' };
  // Only what the chain itself decrypts can be read as HTTP.
  const refusal = acceptTls(walk, chain, at);
  if (refusal === undefined) return passNetworkFilters(withSeenIdentity(walk, chain), chain, at);
  const { closed, field } = refusal;
  walk.steps.push({ stage: 'filter chain', name, reason: closed, field });
  return { kind: 'closed', why: closed };
}

/** Who the client is can be seen only where TLS ends and asks for a certificate, or in the tunnel to a waypoint. */
function withSeenIdentity(walk: Walk, chain: Maybe): Walk {
  const { sourcePrincipal, from } = walk.request;
  const tunnelled = from === 'inbound' && walk.steps.some(({ name }) => name === 'main_internal');
  if (sourcePrincipal === undefined || tunnelled || asksForCertificate(chain)) return walk;
  return { ...walk, request: { ...walk.request, sourcePrincipal: undefined } };
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
