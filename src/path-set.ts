import { formatPath, type Path } from './path.ts';

/** Places in a document, for asking of many others whether they have to do with one of these. */
export class PathSet {
  private readonly places = new Set<string>();
  /** The places and everything they lie in. */
  private readonly holders = new Set<string>();

  constructor(paths: readonly Path[]) {
    for (const path of paths) {
      this.places.add(formatPath(path));
      for (const holder of upTo(path)) this.holders.add(holder);
    }
  }

  /** Whether one of the places is `path`, holds it, or lies in it. */
  touches(path: Path): boolean {
    if (this.places.size === 0) return false;
    return this.holders.has(formatPath(path)) || upTo(path).some((holder) => this.places.has(holder));
  }
}

/** A path and everything it lies in, from the root down. */
const upTo = (path: Path): string[] =>
  Array.from({ length: path.length + 1 }, (_, length) => formatPath(path.slice(0, length)));
