import type { BlockScalar } from './plain-block-scalar.ts';
import { PlainReader } from './plain-reader.ts';
import type { PositionEntry, PositionNode } from './position-tree.ts';

type MapNode = PositionNode & { readonly entries: Map<string, PositionEntry> };
type ListNode = PositionNode & { readonly items: PositionNode[] };

/** Finds the positions in plain documents: the same that `buildPositions` finds, as offsets into the file's text. */
export class PlainPositions extends PlainReader<PositionNode, MapNode, ListNode> {
  protected override openMap(start: number): MapNode {
    return { start, end: start, entries: new Map() };
  }

  protected override openList(start: number): ListNode {
    return { start, end: start, items: [] };
  }

  protected override addEntry(
    map: MapNode,
    name: string,
    keyStart: number,
    keyEnd: number,
    node: PositionNode,
  ): void {
    map.entries.set(name, { keyStart, keyEnd, node });
    map.end = node.end;
  }

  protected override addItem(list: ListNode, node: PositionNode): void {
    list.items.push(node);
    list.end = node.end;
  }

  protected override makePlain(start: number, end: number): PositionNode {
    return { start, end };
  }

  protected override makeQuoted(start: number, _value: string, end: number): PositionNode {
    return { start, end };
  }

  protected override makeBlock(start: number, { end }: BlockScalar): PositionNode {
    return { start, end };
  }

  protected override makeEmpty(at: number): PositionNode {
    return { start: at, end: at };
  }

  protected override closeFlow(collection: PositionNode, end: number): void {
    collection.end = end;
  }
}
