import { compareText } from '../../compare-text.ts';
import { isObject } from '../../json.ts';
import type { ProxyDump } from '../dump/dump.ts';
import { chainMatches } from './chain-matches.ts';
import { summarizeChains } from './filter-chains.ts';
import { sortedListeners, type ListenerFilter } from './summarize-listeners.ts';

/** A way through the matcher of a listener to one of its filter chains. */
export interface WaypointRow {
  readonly listener: string;
  readonly chain: string;
  /** `ip=10.0.0.1 -> port=80`; `NONE` where no way leads to the chain, `ANY` where the listener has no matcher. */
  readonly match: string;
  readonly destination: string;
}

/** The filter chains of a waypoint, with all ways to each: by listener, chain and match. */
export function summarizeWaypoint(dump: ProxyDump, filter: ListenerFilter = {}): WaypointRow[] {
  const rows = sortedListeners(dump, filter, {}).flatMap(({ item }) => {
    const listener = item.whole();
    const { filter_chain_matcher: matcher } = listener;
    const ways = isObject(matcher) ? chainMatches(matcher) : undefined;
    return summarizeChains(listener).flatMap(({ name, match, destination }) => {
      const own = match === 'ALL' ? 'ANY' : match;
      const matches = ways === undefined ? [own] : (ways.get(name) ?? ['NONE']);
      return matches.map((each) => ({ listener: item.name, chain: name, match: each, destination }));
    });
  });
  return rows.sort(
    (a, b) =>
      compareText(a.listener, b.listener) ||
      compareText(a.chain, b.chain) ||
      compareText(a.match, b.match) ||
      compareText(a.destination, b.destination),
  );
}
