import { parseDocument } from '../parse-events.ts';
import { buildPositions, type PositionEntry, type PositionNode } from '../position-tree.ts';
import { removeMember } from './member-changes.ts';
import { isFlow, type Target, type TextChange } from './target.ts';

/**
 * The change that takes away the second of two equal keys of an object, when both have the same value, written the same
 * way. `first` and `second` are where the keys start.
 */
export function withoutDuplicate(text: string, first: number, second: number): TextChange[] | undefined {
  const holder = holderOf(text, buildPositions(text, parseDocument(text)), second);
  const kept = holder?.entries.get(first);
  const entry = holder?.entries.get(second);
  if (holder === undefined || kept === undefined || entry === undefined) return undefined;
  if (written(text, kept) !== written(text, entry)) return undefined;
  return removeMember(text, { node: entry.node, entry, parent: holder.target, inFlow: holder.inFlow });
}

const written = (text: string, { node: { start, end } }: PositionEntry): string => text.slice(start, end);

interface Holder {
  /** By where their keys start. */
  readonly entries: ReadonlyMap<number, PositionEntry>;
  readonly target: Target;
  readonly inFlow: boolean;
}

/** The object with a key that starts at an offset. */
function holderOf(text: string, root: PositionNode, keyStart: number): Holder | undefined {
  const open: Target[] = [{ node: root, entry: undefined, parent: undefined, inFlow: false }];
  for (let target = open.pop(); target !== undefined; target = open.pop()) {
    const { node } = target;
    const inFlow = target.inFlow || isFlow(text, node);
    const entries = entriesOf(node);
    if (entries.has(keyStart))
      return { entries, target: { ...target, node: asUnique(node, entries) }, inFlow };
    for (const child of node.items ?? [])
      open.push({ node: child, entry: undefined, parent: target, inFlow });
    for (const entry of entries.values()) open.push({ node: entry.node, entry, parent: target, inFlow });
  }
  return undefined;
}

const entriesOf = ({ entries, repeated = [] }: PositionNode): Map<number, PositionEntry> =>
  new Map([...(entries?.values() ?? []), ...repeated].map((entry) => [entry.keyStart, entry]));

/** The object as if its keys differed. */
const asUnique = (node: PositionNode, entries: ReadonlyMap<number, PositionEntry>): PositionNode => ({
  ...node,
  entries: new Map([...entries].map(([start, entry]) => [String(start), entry])),
});
