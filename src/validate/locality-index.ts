/**
 * Localities (region, zone and subzone, as far as they are given), for asking of another which of these overlaps with
 * it: the one that was added first. Without a zone or a subzone, or with `*` for it, a locality means all of them.
 */
export class LocalityIndex {
  /** Localities by what they cover whole. */
  private readonly whole = new Map<string, Placed>();
  /** The first locality of all, in each region, and in each zone. */
  private readonly within = new Map<string, Placed>();
  private count = 0;

  add(locality: string, parts: readonly string[]): void {
    const placed = { locality, index: this.count++ };
    setFirst(this.whole, coveredBy(parts), placed);
    for (const place of ['', ...upTo(parts)]) setFirst(this.within, place, placed);
  }

  /** The first that overlaps; with `laterCovers`, also one that lies within `parts` when these end with `*`. */
  overlapping(parts: readonly string[], laterCovers: boolean): string | undefined {
    const found = ['*', ...upTo(parts)].map((place) => this.whole.get(place));
    const place = coveredBy(parts);
    if (parts.at(-1) !== '*') found.push(this.within.get(place));
    else if (laterCovers) found.push(this.within.get(place === '*' ? '' : place));
    return earliest(found)?.locality;
  }
}

interface Placed {
  readonly locality: string;
  readonly index: number;
}

function coveredBy(parts: readonly string[]): string {
  const given = parts.length > 1 && parts.at(-1) === '*' ? parts.slice(0, -1) : parts;
  return given.join('/');
}

const upTo = (parts: readonly string[]): string[] =>
  parts.map((_, depth) => parts.slice(0, depth + 1).join('/'));

function setFirst(map: Map<string, Placed>, place: string, placed: Placed): void {
  if (!map.has(place)) map.set(place, placed);
}

function earliest(found: readonly (Placed | undefined)[]): Placed | undefined {
  let best: Placed | undefined;
  for (const placed of found) if (placed && (best === undefined || placed.index < best.index)) best = placed;
  return best;
}
