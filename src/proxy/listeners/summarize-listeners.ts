import { compareText } from '../../compare-text.ts';
import type { JsonObject } from '../../resources/index.ts';
import type { DumpItem, ItemState, ProxyDump } from '../dump/dump.ts';
import { requiredItems, type StateOptions } from '../dump/required-section.ts';
import type { Shape } from '../dump/shape.ts';
import { addressShape, asList, bareMessage, readAddress, valueAt } from '../message/index.ts';
import { missingSecrets } from '../secrets/missing-secrets.ts';
import {
  chainsShape,
  listenerType,
  summarizeChains,
  type ChainSummary,
  type ListenerType,
} from './filter-chains.ts';
import { secretsOf } from './secrets-of.ts';

/** Which listeners; what is not given admits all. */
export interface ListenerFilter {
  /** One of its addresses. */
  readonly address?: string | undefined;
  /** 0 admits all. */
  readonly port?: number | undefined;
  /** In capitals or not. */
  readonly type?: string | undefined;
}

/** A listener in the table; it has a line for each chain, or one alone. */
export interface ListenerRow {
  /** Empty where Envoy was given none. */
  readonly name: string;
  /** IP addresses, or paths of pipes; the main one first. */
  readonly addresses: readonly string[];
  /** 0 for pipes and internal listeners. */
  readonly port: number;
  readonly type: ListenerType;
  readonly chains: readonly ChainSummary[];
  readonly state: ItemState;
  readonly lastUpdated: string;
  /** Why Envoy refused an update of it; empty when it did not. */
  readonly error: string;
  /** Secrets that it needs and that have not come: a listener waits for them. Only with `all`. */
  readonly waitsFor: readonly string[];
}

const shape = {
  ...chainsShape,
  address: addressShape,
  additional_addresses: { address: addressShape },
} as const satisfies Shape;

/** The listeners that Envoy uses, and with `all` also those that wait, drain or were refused, in istioctl's order. */
export function summarizeListeners(
  dump: ProxyDump,
  filter: ListenerFilter = {},
  states: StateOptions = {},
): ListenerRow[] {
  const missing = states.all === true ? missingSecrets(dump) : none;
  return sortedListeners(dump, filter, states).map(({ item, row }) =>
    missing.size === 0
      ? row
      : { ...row, waitsFor: secretsOf(item.whole()).filter((name) => missing.has(name)) },
  );
}

/** The listeners that Envoy uses as protobuf's JSON, in the same order. */
export function selectListeners(dump: ProxyDump, filter: ListenerFilter = {}): JsonObject[] {
  return sortedListeners(dump, filter, {}).map(({ item }) =>
    bareMessage(item.whole(), 'envoy.config.listener.v3.Listener'),
  );
}

/** A listener with its row. */
interface Entry {
  readonly item: DumpItem;
  readonly row: ListenerRow;
}

/** Those that a filter admits, in istioctl's order. */
export function sortedListeners(dump: ProxyDump, filter: ListenerFilter, states: StateOptions): Entry[] {
  const entries: Entry[] = [];
  for (const item of requiredItems(dump, 'listeners', shape, states)) {
    const row = rowOf(item);
    if (admits(filter, row)) entries.push({ item, row });
  }
  return entries.sort((a, b) => compareRows(a.row, b.row));
}

function rowOf({ name, state, message, lastUpdated = '', errorState }: DumpItem): ListenerRow {
  const additional = asList(message.additional_addresses).map((each) => valueAt(each, 'address'));
  const addresses = [message.address, ...additional].map(readAddress);
  return {
    ...{ name, state, lastUpdated, waitsFor: [] },
    addresses: addresses.map(({ kind, text }) => (kind === 'internal' ? '' : text)),
    port: addresses[0]?.port ?? 0,
    type: listenerType(message),
    chains: summarizeChains(message),
    error: errorState?.details ?? '',
  };
}

function admits({ address = '', port = 0, type = '' }: ListenerFilter, row: ListenerRow): boolean {
  const wanted = address.toLowerCase();
  return (
    (wanted === '' || row.addresses.some((each) => each.toLowerCase() === wanted)) &&
    (port === 0 || row.port === port) &&
    (type === '' || row.type === type.toUpperCase())
  );
}

function compareRows(a: ListenerRow, b: ListenerRow): number {
  return (
    a.port - b.port || compareText(a.addresses[0] ?? '', b.addresses[0] ?? '') || compareText(a.type, b.type)
  );
}

const none: ReadonlySet<string> = new Set();
