import { ReadFault } from './read-fault.ts';

/**
 * Bounds what aliases unfold to. Small documents may do as they like; in larger ones the share of nodes that come
 * from aliases is limited, falling from 99 % at 400,000 nodes to 10 % at four million, as in the YAML reader of Kubernetes.
 */
export class Expansion {
  private nodes = 0;
  private fromAliases = 0;

  add(nodes: number): void {
    this.nodes += nodes;
  }

  /** Counts an alias to `size` nodes; throws when that is too much. */
  addAlias(size: number, start: number, end: number): void {
    this.nodes += size + 1;
    this.fromAliases += size;
    if (this.fromAliases <= 100 || this.nodes <= 1_000) return;
    if (this.fromAliases / this.nodes <= allowedShare(this.nodes)) return;
    throw new ReadFault(
      'yaml/alias-expansion',
      `aliases unfold this document to more than ${this.nodes} values`,
      {
        start,
        end,
        hint: 'Write the repeated parts out, or refer to fewer of them.',
      },
    );
  }
}

const low = 400_000;
const high = 4_000_000;

function allowedShare(nodes: number): number {
  if (nodes <= low) return 0.99;
  if (nodes >= high) return 0.1;
  return 0.99 - (0.89 * (nodes - low)) / (high - low);
}
