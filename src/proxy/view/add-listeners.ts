import { compareText } from '../../compare-text.ts';
import { isObject } from '../../json.ts';
import type { JsonObject } from '../../resources/index.ts';
import type { DumpItem, ProxyDump } from '../dump/dump.ts';
import type { Shape } from '../dump/shape.ts';
import { chainMatchShape } from '../listeners/describe-chain-match.ts';
import { listenerType } from '../listeners/filter-chains.ts';
import { secretsOf } from '../listeners/secrets-of.ts';
import { addressShape, asList, asObject, asText, readAddress, valueAt } from '../message/index.ts';
import { missingSecrets } from '../secrets/missing-secrets.ts';
import { ChainAdder } from './chain-adder.ts';
import type { Graph } from './graph.ts';
import { idKey } from './id-key.ts';

const chainShape = {
  name: true,
  filter_chain_match: { ...chainMatchShape, source_prefix_ranges: true },
  filters: { name: true, typed_config: true },
} as const satisfies Shape;

const shape = {
  address: addressShape,
  additional_addresses: { address: addressShape },
  traffic_direction: true,
  filter_chains: chainShape,
  default_filter_chain: chainShape,
} as const satisfies Shape;

/** Adds the listeners of a dump with their filter chains, by port and address. */
export function addListeners(graph: Graph, chains: ChainAdder, dump: ProxyDump): void {
  const missing = missingSecrets(dump);
  [...(dump.section('listeners')?.items(shape) ?? [])]
    .map((item) => ({ item, address: readAddress(item.message.address) }))
    .sort((a, b) => a.address.port - b.address.port || compareText(a.address.text, b.address.text))
    .forEach(({ item }) => {
      const waitsFor = item.state === 'warming' ? secretsOf(item.whole()) : [];
      addListener(
        graph,
        chains,
        item,
        waitsFor.filter((name) => missing.has(name)),
      );
    });
}

function addListener(graph: Graph, chains: ChainAdder, item: DumpItem, waitsFor: readonly string[]): void {
  const { message, document } = graph.read(item, 'listener');
  const { state, lastUpdated = '' } = item;
  const addresses = addressesOf(message);
  const [label = ''] = addresses;
  const name = item.name || label;
  const type = listenerType(message);
  const direction = asText(message.traffic_direction).toLowerCase();
  const node = graph.add({
    ...{ kind: 'listener', key: idKey(name, state), state, label: label || name },
    note: [saysMore(name, label) ? name : '', direction, type === 'UNKNOWN' ? '' : type]
      .filter((part) => part !== '')
      .join(' · '),
    terms: [name, ...addresses].join(' '),
    facts: [
      ['name', item.name],
      ['addresses', addresses.join(', ')],
      ['direction', direction],
      ['type', type],
      ['waits for', waitsFor.join(', ')],
      ['last updated', lastUpdated],
    ],
    sources: [{ document, path: [] }],
  });
  graph.blameState(node, item, waitsFor);
  const list = asList(message.filter_chains).map(asObject);
  list.forEach((chain, index) => {
    chains.add(chain, { listener: node, document, path: ['filter_chains', index], state });
  });
  const last = message.default_filter_chain;
  if (isObject(last)) chains.add(last, { listener: node, document, path: ['default_filter_chain'], state });
}

function addressesOf(message: JsonObject): string[] {
  const additional = asList(message.additional_addresses).map((each) => valueAt(each, 'address'));
  return [message.address, ...additional].map((each) => {
    const { kind, text, port } = readAddress(each);
    return { socket: `${text}:${port}`, pipe: `unix://${text}`, internal: '', none: '' }[kind];
  });
}

/** Istio calls most listeners by their address: `10.96.0.9_9090`. */
const saysMore = (name: string, address: string): boolean =>
  name.replace(/_(?=\d+$)/, ':') !== address && name !== address;
