import type { Static } from 'typebox';
import type { HTTPMatchRequest, L4MatchAttributes, TLSMatchAttributes } from '../../api/virtual-service.ts';
import { compareText } from '../../compare-text.ts';
import type { Path } from '../../path.ts';
import type { Loose } from '../loose.ts';

type Match = Loose<
  Static<typeof HTTPMatchRequest> & Static<typeof TLSMatchAttributes> & Static<typeof L4MatchAttributes>
>;

/** A match, its place in a rule, and what to call the two. */
export interface PlacedMatch {
  readonly match: Match;
  readonly matchno: string;
  readonly ruleno: string;
  /** Where the rule is. */
  readonly path: Path;
  readonly at: number;
}

/** Matches that ask for different things. */
export class DistinctMatches {
  readonly list: PlacedMatch[] = [];
  readonly #bySketch = new Map<string, PlacedMatch>();
  readonly #byKey = new Map<string, PlacedMatch>();

  /** Adds a match, unless one that asks for the same is there: that one is returned. */
  add(placed: PlacedMatch): PlacedMatch | undefined {
    const sketch = sketchOf(placed.match);
    const similar = this.#bySketch.get(sketch);
    if (similar === undefined) {
      this.#bySketch.set(sketch, placed);
    } else {
      this.#byKey.set(matchKey(similar.match), similar);
      const key = matchKey(placed.match);
      const twin = this.#byKey.get(key);
      if (twin !== undefined) return twin;
      this.#byKey.set(key, placed);
    }
    this.list.push(placed);
    return undefined;
  }
}

/** A text that differs only for matches that differ: cheap, since most do so in their URI, port or server name. */
function sketchOf({ uri, port = 0, sniHosts }: Match): string {
  if (uri !== undefined) return `${port}${uri.prefix ?? uri.exact ?? uri.regex ?? ''}`;
  return sniHosts === undefined ? `${port}` : `${port}${sniHosts[0] ?? ''}`;
}

/** The messages among the fields of a match: they are set even when they are empty, unlike lists and maps. */
const messages = new Set(['uri', 'scheme', 'method', 'authority']);

/**
 * A text that is the same for matches that ask for the same: names do not matter, nor does the order of fields, and
 * zero values are as good as absent.
 */
function matchKey(match: Match): string {
  const fields = Object.entries(match)
    .filter(([name, value]) => name !== 'name' && (messages.has(name) || !isZero(value)))
    .map(([name, value]) => [name, sorted(value)]);
  return JSON.stringify(fields.sort(byName));
}

function isZero(value: unknown): boolean {
  if (typeof value === 'object' && value !== null) return Object.keys(value).length === 0;
  return value === '' || value === 0 || value === false;
}

function sorted(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.entries(value)
    .map(([name, item]) => [name, sorted(item)])
    .sort(byName);
}

const byName = ([a]: unknown[], [b]: unknown[]): number => compareText(String(a), String(b));
