import { asList, asNumber, asText, valueAt, type Maybe } from '../message/index.ts';
import { isLoopback, prefixAround, rangeText } from './ip-range.ts';

/** What the choice of a filter chain looks at, after the listener filters. */
export interface ConnectionFacts {
  readonly address: string | undefined;
  readonly port: number;
  readonly sni: string;
  readonly transport: string;
  readonly protocols: readonly string[];
  readonly sourceIp: string | undefined;
  readonly sourcePort: number | undefined;
}

export interface ChainChoice {
  /** In `filter_chains`; undefined when none matches and only the default chain is left. */
  readonly index: number | undefined;
  /** The condition of it that was the most specific; empty when it has none. */
  readonly field: string;
  readonly rejected: readonly { readonly index: number; readonly field: string; readonly reason: string }[];
}

/**
 * Chooses among the `filter_chains` of a listener as Envoy does: condition by condition, at each keeping only the
 * chains whose value is the most specific. It never goes back: a chain that is more specific in an earlier condition
 * hides all others, even when it fails a later one.
 */
export function pickFilterChain(chains: readonly Maybe[], facts: ConnectionFacts): ChainChoice {
  let left = chains.map((chain, index) => ({ index, match: valueAt(chain, 'filter_chain_match') }));
  const rejected: { index: number; field: string; reason: string }[] = [];
  let field = '';
  for (const stage of stages) {
    const ranked = left.map((each) => ({ ...each, rank: stage.rank(each.match, facts) }));
    const best = Math.max(...ranked.map(({ rank }) => rank ?? -1));
    if (best > 0) field = stage.field;
    for (const { index, match, rank } of ranked)
      if (rank !== best || best < 0)
        rejected.push({ index, field: stage.field, reason: whyNot(stage, { match, facts, rank }) });
    left = ranked.filter(({ rank }) => rank === best && best >= 0);
  }
  rejected.sort((a, b) => a.index - b.index);
  return { index: left[0]?.index, field, rejected };
}

/** A condition. `rank` is undefined when it fails, 0 when there is none, greater the more specific it is. */
interface Stage {
  readonly field: string;
  readonly rank: (match: Maybe, facts: ConnectionFacts) => number | undefined;
  readonly wanted: (match: Maybe) => string;
  readonly given: (facts: ConnectionFacts) => string;
}

function whyNot(
  { field, wanted, given }: Stage,
  { match, facts, rank }: { match: Maybe; facts: ConnectionFacts; rank: number | undefined },
): string {
  const condition = field.replaceAll('_', ' ');
  if (rank === undefined) return `${condition} ${wanted(match)}, not ${given(facts)}`;
  return `another chain is more specific in its ${condition}`;
}

const ports = (match: Maybe, field: string, port: number | undefined): number | undefined => {
  const wanted = asList(valueAt(match, field)).map(asNumber);
  if (wanted.length === 0) return 0;
  return port !== undefined && wanted.includes(port) ? 1 : undefined;
};

const ranges = (match: Maybe, field: string, address: string | undefined): number | undefined => {
  const wanted = asList(valueAt(match, field));
  if (wanted.length === 0) return 0;
  if (address === undefined) return undefined;
  const lengths = wanted
    .map((range) => prefixAround(range, address))
    .filter((length) => length !== undefined);
  return lengths.length === 0 ? undefined : Math.max(...lengths);
};

/** Exact names before wildcards, long wildcards before short ones. */
function serverNames(match: Maybe, sni: string): number | undefined {
  const wanted = asList(valueAt(match, 'server_names')).map((name) => asText(name).toLowerCase());
  if (wanted.length === 0) return 0;
  const ranks = wanted
    .map((name) => {
      if (name === sni) return Number.MAX_SAFE_INTEGER;
      const suffix = name.startsWith('*.') ? name.slice(1) : name;
      return suffix.startsWith('.') && sni.length > suffix.length && sni.endsWith(suffix) ? suffix.length : 0;
    })
    .filter((rank) => rank > 0);
  return ranks.length === 0 ? undefined : Math.max(...ranks);
}

/** The first protocol that is offered wins. */
function protocols(match: Maybe, offered: readonly string[]): number | undefined {
  const wanted = asList(valueAt(match, 'application_protocols')).map(asText);
  if (wanted.length === 0) return 0;
  const first = offered.findIndex((protocol) => wanted.includes(protocol));
  return first < 0 ? undefined : offered.length - first;
}

function sourceType(match: Maybe, { sourceIp, address }: ConnectionFacts): number | undefined {
  const wanted = asText(valueAt(match, 'source_type'));
  if (wanted === '' || wanted === 'ANY') return 0;
  const local = sourceIp !== undefined && (isLoopback(sourceIp) || sourceIp === address);
  return local === (wanted === 'SAME_IP_OR_LOOPBACK') ? 1 : undefined;
}

const listed = (match: Maybe, field: string): string => asList(valueAt(match, field)).map(String).join(', ');
const listedRanges = (match: Maybe, field: string): string =>
  asList(valueAt(match, field)).map(rangeText).join(', ');
const orNone = (text: string | undefined): string => (text === undefined || text === '' ? 'none' : text);

const stages: readonly Stage[] = [
  {
    field: 'destination_port',
    rank: (match, { port }) => {
      const wanted = valueAt(match, 'destination_port');
      if (wanted === undefined) return 0;
      return asNumber(wanted) === port ? 1 : undefined;
    },
    wanted: (match) => String(asNumber(valueAt(match, 'destination_port'))),
    given: ({ port }) => String(port),
  },
  {
    field: 'prefix_ranges',
    rank: (match, { address }) => ranges(match, 'prefix_ranges', address),
    wanted: (match) => listedRanges(match, 'prefix_ranges'),
    given: ({ address }) => address ?? 'an address that is not known',
  },
  {
    field: 'server_names',
    rank: (match, { sni }) => serverNames(match, sni),
    wanted: (match) => listed(match, 'server_names'),
    given: ({ sni }) => orNone(sni),
  },
  {
    field: 'transport_protocol',
    rank: (match, { transport }) => {
      const wanted = asText(valueAt(match, 'transport_protocol'));
      if (wanted === '') return 0;
      return wanted === transport ? 1 : undefined;
    },
    wanted: (match) => asText(valueAt(match, 'transport_protocol')),
    given: ({ transport }) => transport,
  },
  {
    field: 'application_protocols',
    rank: (match, facts) => protocols(match, facts.protocols),
    wanted: (match) => listed(match, 'application_protocols'),
    given: (facts) => orNone(facts.protocols.join(', ')),
  },
  {
    field: 'direct_source_prefix_ranges',
    rank: (match, { sourceIp }) => ranges(match, 'direct_source_prefix_ranges', sourceIp),
    wanted: (match) => listedRanges(match, 'direct_source_prefix_ranges'),
    given: ({ sourceIp }) => sourceIp ?? 'a source that is not known',
  },
  {
    field: 'source_type',
    rank: sourceType,
    wanted: (match) => asText(valueAt(match, 'source_type')),
    given: ({ sourceIp }) => sourceIp ?? 'a source that is not known',
  },
  {
    field: 'source_prefix_ranges',
    rank: (match, { sourceIp }) => ranges(match, 'source_prefix_ranges', sourceIp),
    wanted: (match) => listedRanges(match, 'source_prefix_ranges'),
    given: ({ sourceIp }) => sourceIp ?? 'a source that is not known',
  },
  {
    field: 'source_ports',
    rank: (match, { sourcePort }) => ports(match, 'source_ports', sourcePort),
    wanted: (match) => listed(match, 'source_ports'),
    given: ({ sourcePort }) => orNone(sourcePort?.toString()),
  },
];
