import { pushTo } from '../../../group-by.ts';
import type { Path } from '../../../path.ts';
import { covers, type HttpMatch } from './match-covers.ts';

/** A match, or a route without any, with all that decides who uses it. */
export interface Place {
  readonly match: HttpMatch;
  /** Full names of Gateways, or `mesh`. */
  readonly gateways: ReadonlySet<string>;
  readonly path: Path;
  readonly matchLess: boolean;
  /** Whether requests that fit go no further; those of a delegate may. */
  readonly ends: boolean;
}

/** The matches of a VirtualService before some place, by their path, so that long lists need not be gone through. */
export class EarlierMatches {
  /** Whether a route without matches has been added. */
  takesAll = false;
  private readonly byPath = new Map<string, Place[]>();
  private readonly lengths = new Set<number>();

  add(place: Place): void {
    this.takesAll ||= place.matchLess;
    const key = keyOf(place);
    pushTo(this.byPath, key, place);
    if (key.startsWith('prefix:')) this.lengths.add(key.length);
  }

  /** An earlier match that fits whatever this one fits, for all of its gateways. */
  coverOf(place: Place): Place | undefined {
    for (const key of this.keysFor(place)) {
      const cover = this.byPath
        .get(key)
        ?.find(({ match, gateways }) => isIn(place.gateways, gateways) && covers(match, place.match));
      if (cover !== undefined) return cover;
    }
    return undefined;
  }

  /** Where a match can stand that covers this one. */
  private *keysFor(place: Place): Generator<string> {
    yield* ['any', 'caseless'];
    const { uri: { prefix, exact = prefix } = {} } = place.match;
    if (exact !== undefined)
      for (const length of this.lengths) yield `prefix:${exact}`.slice(0, Math.max(length, 'prefix:'.length));
    yield keyOf(place);
  }
}

/** Matches of every path, and those that look at letters without regard to case, stand by themselves. */
function keyOf({ match: { uri, ignoreUriCase } }: Place): string {
  if (uri === undefined || uri.prefix === '/') return 'any';
  if (ignoreUriCase === true) return 'caseless';
  const [form = 'any', text = ''] = Object.entries(uri)[0] ?? [];
  return `${form}:${text}`;
}

const isIn = (some: ReadonlySet<string>, all: ReadonlySet<string>): boolean => {
  for (const one of some) if (!all.has(one)) return false;
  return true;
};
