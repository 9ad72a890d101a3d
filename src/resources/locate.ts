import type { Path } from '../path.ts';
import type { PositionEntry, PositionNode } from './position-tree.ts';

/** Offsets of a path in the text of a document; what `Location` says as positions. */
export interface Place {
  readonly node: PositionNode;
  readonly entry: PositionEntry | undefined;
  readonly exact: boolean;
}

/**
 * Follows a path as far as it exists. A name that is not a key is also tried in snake_case, because the API reads
 * both (`mirrorPercent` and `mirror_percent`).
 */
export function locatePath(root: PositionNode, path: Path): Place {
  let place: Place = { node: root, entry: undefined, exact: true };
  for (const step of path) {
    const next = follow(place.node, step);
    if (next === undefined) return { ...place, exact: false };
    place = next;
  }
  return place;
}

/** One step of a path; undefined when it does not exist. */
export function follow(node: PositionNode, step: string | number): Place | undefined {
  if (typeof step === 'number' && node.items !== undefined) {
    const item = node.items[step];
    return item && { node: item, entry: undefined, exact: true };
  }
  const name = String(step);
  const entry = node.entries?.get(name) ?? node.entries?.get(snakeCase(name));
  return entry && { node: entry.node, entry, exact: true };
}

function snakeCase(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}
