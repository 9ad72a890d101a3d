import { isIP } from 'node:net';
import type { JsonObject } from '../../resources/index.ts';
import { asList, asText, parseClusterName, readAddress, valueAt, type Maybe } from '../message/index.ts';
import type { RejectedChoice, TraceRequest } from './trace.ts';
import { usedItems, type Walk } from './walk.ts';

/** The listener that a connection comes to. */
export interface ListenerChoice {
  readonly listener: JsonObject;
  readonly request: TraceRequest;
}

/**
 * Finds the listener as Envoy does: the one that traffic is sent to by iptables (virtualOutbound, virtualInbound)
 * hands the connection to the listener of its original destination, by exact address, then by wildcard, or keeps it.
 * Without one of these the connection comes to the listener of its address and port directly.
 */
export function chooseListener(walk: Walk): ListenerChoice | undefined {
  const listeners = readListeners(walk);
  const entry = entryListener(walk, listeners);
  const inner = entry === undefined ? waypointListener(walk, listeners) : undefined;
  if (inner !== undefined) return { listener: inner, request: walk.request };
  const keeps = entry !== undefined && entry.use_original_dst !== true;
  const request = keeps ? walk.request : withAddress(walk, listeners);
  if (entry !== undefined) pushEntry(walk, entry, keeps);
  if (keeps) return { listener: entry, request };
  const rest = listeners.filter((each) => each !== entry);
  const found = exact(rest, request) ?? wildcard(rest, request);
  if (found !== undefined) {
    pushFound(walk, found, { request, listeners: rest });
    return { listener: found, request };
  }
  return entry && keepAtEntry(walk, entry, request);
}

function pushEntry(walk: Walk, entry: JsonObject, keeps: boolean): void {
  walk.steps.push({
    ...{ stage: 'listener', name: asText(entry.name) },
    reason: keeps
      ? 'takes all connections to the workload'
      : 'hands connections to the listener of their destination',
    field: { path: `listeners[${asText(entry.name)}].use_original_dst`, value: !keeps },
  });
}

/** A waypoint takes the connection out of its HBONE tunnel, and hands it to a listener that nobody else can reach. */
function waypointListener(walk: Walk, listeners: readonly JsonObject[]): JsonObject | undefined {
  if (walk.request.from !== 'inbound') return undefined;
  const inner = listeners.find((each) => each.name === 'main_internal');
  if (inner === undefined) return undefined;
  const outer = listeners.find((each) => each.name === 'connect_terminate');
  if (outer !== undefined)
    walk.steps.push({
      ...{ stage: 'listener', name: 'connect_terminate' },
      reason: 'takes the connection out of its HBONE tunnel (mutual TLS, CONNECT)',
    });
  walk.steps.push({
    ...{ stage: 'listener', name: 'main_internal' },
    reason: 'takes all connections that come out of tunnels',
    field: { path: 'listeners[main_internal].internal_listener', value: inner.internal_listener ?? null },
  });
  return inner;
}

function keepAtEntry(walk: Walk, entry: JsonObject, request: TraceRequest): ListenerChoice {
  const { address, port } = request.destination;
  const reason = `no listener for ${address ?? 'an address that is not known'}:${port}: it stays here`;
  walk.steps.push({ stage: 'listener', name: asText(entry.name), reason });
  return { listener: entry, request };
}

function pushFound(
  walk: Walk,
  found: JsonObject,
  { request, listeners }: { request: TraceRequest; listeners: readonly JsonObject[] },
): void {
  const name = asText(found.name);
  const { address, port } = request.destination;
  const own = addressesOf(found).find((each) => each.port === port);
  const isExact = own?.text === address;
  const rejected: RejectedChoice[] = listeners
    .filter((each) => each !== found && addressesOf(each).some((other) => other.port === port))
    .map((each) => ({
      name: asText(each.name),
      reason: isExact
        ? 'less exact'
        : `for another address than ${address ?? 'the one asked for, which is not known'}`,
      path: `listeners[${asText(each.name)}].address`,
    }));
  walk.steps.push({
    ...{ stage: 'listener', name },
    reason: isExact ? `has exactly the address ${address}:${port}` : `takes every address at port ${port}`,
    field: { path: `listeners[${name}].address.socket_address`, value: `${own?.text ?? ''}:${port}` },
    ...(rejected.length > 0 && { rejected }),
  });
}

function readListeners(walk: Walk): JsonObject[] {
  return usedItems(walk, 'listeners').map((item) => {
    const message = item.whole();
    return asText(message.name) === '' ? { ...message, name: item.name } : message;
  });
}

const entries = {
  outbound: { name: 'virtualOutbound', port: 15001 },
  inbound: { name: 'virtualInbound', port: 15006 },
} as const;

function entryListener({ request }: Walk, listeners: readonly JsonObject[]): JsonObject | undefined {
  if (request.from === 'gateway') return undefined;
  const { name, port } = entries[request.from];
  const direction = request.from.toUpperCase();
  return (
    listeners.find((each) => each.name === name) ??
    listeners.find((each) => addressesOf(each)[0]?.port === port && each.traffic_direction === direction)
  );
}

/** The address and the additional ones. */
function addressesOf(listener: JsonObject): { readonly text: string; readonly port: number }[] {
  const additional = asList(listener.additional_addresses).map((each) => valueAt(each, 'address'));
  return [listener.address, ...additional].map((each) => readAddress(each));
}

function exact(listeners: readonly JsonObject[], { destination }: TraceRequest): JsonObject | undefined {
  const { address, port } = destination;
  return listeners.find((each) => addressesOf(each).some((own) => own.text === address && own.port === port));
}

/** IPv4 connections come to `0.0.0.0`, those of IPv6 to `::`; which one it is does not matter without an address. */
function wildcard(listeners: readonly JsonObject[], { destination }: TraceRequest): JsonObject | undefined {
  const { address = '0.0.0.0', port } = destination;
  const any = isIP(address) === 6 ? '::' : '0.0.0.0';
  return listeners.find((each) => addressesOf(each).some((own) => own.text === any && own.port === port));
}

/** A host has no address in a dump; but a listener that leads nowhere else tells the one of its service. */
function withAddress(walk: Walk, listeners: readonly JsonObject[]): TraceRequest {
  const { request } = walk;
  const { address, port } = request.destination;
  if (address !== undefined || request.from !== 'outbound') return request;
  const candidates = listeners.filter((each) => leadsTo(each, request.host));
  const found = candidates.flatMap(addressesOf).filter((own) => own.port === port && !isWildcard(own.text));
  const [only] = found;
  if (only === undefined || found.length > 1) {
    if (listeners.some((each) => addressesOf(each).some((own) => own.port === port && !isWildcard(own.text))))
      walk.assumptions.add(
        `${request.host} has none of the addresses that have a listener of their own at port ${port} (--destination says which address it has)`,
      );
    return request;
  }
  walk.assumptions.add(`${request.host} has the address ${only.text}, whose listener leads to it`);
  return { ...request, destination: { address: only.text, port } };
}

const isWildcard = (address: string): boolean => address === '0.0.0.0' || address === '::';

function leadsTo(listener: JsonObject, host: string): boolean {
  const chains = [...asList(listener.filter_chains), listener.default_filter_chain];
  return chains.some((chain) =>
    asList(valueAt(chain, 'filters')).some((filter) =>
      targetHosts(filter).some((target) => isHost(target, host)),
    ),
  );
}

function targetHosts(filter: Maybe): string[] {
  const config = valueAt(filter, 'typed_config');
  const weighted = asList(valueAt(config, 'weighted_clusters', 'clusters')).map((each) =>
    valueAt(each, 'name'),
  );
  const clusters = [valueAt(config, 'cluster'), ...weighted].map(
    (each) => parseClusterName(asText(each)).fqdn,
  );
  const routes = asText(valueAt(config, 'rds', 'route_config_name')).replace(/:\d+$/, '');
  return [...clusters, routes].filter((target) => target !== '');
}

/** `reviews.shop` is short for `reviews.shop.svc.cluster.local`. */
const isHost = (target: string, host: string): boolean =>
  target === host || (target.startsWith(`${host}.`) && target.includes('.svc.'));
