import type { Path } from '../../path.ts';
import { follow } from '../locate.ts';
import type { PositionEntry, PositionNode } from '../position-tree.ts';

/** A value that may be edited where it is written. */
export interface Target {
  readonly node: PositionNode;
  /** Its key, of a member of an object. */
  readonly entry: PositionEntry | undefined;
  readonly parent: Target | undefined;
  /** Whether it is written between brackets, its own not counted. */
  readonly inFlow: boolean;
}

/** A change of the text of a document, as offsets. */
export interface TextChange {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/**
 * The value at a path. Undefined when there is none, and for what is written elsewhere or counts elsewhere too: aliases,
 * anchors and merge keys.
 */
export function findTarget(text: string, root: PositionNode, path: Path): Target | undefined {
  let target: Target = { node: root, entry: undefined, parent: undefined, inFlow: false };
  if (root.anchored === true) return undefined;
  for (const step of path) {
    const next = follow(target.node, step);
    if (next === undefined || next.node.anchored === true || !holds(target.node, next.node)) return undefined;
    const { node, entry } = next;
    target = { node, entry, parent: target, inFlow: target.inFlow || isFlow(text, target.node) };
  }
  return target;
}

const holds = (outer: PositionNode, inner: PositionNode): boolean =>
  outer.start <= inner.start && inner.end <= outer.end;

/** Whether a node is a collection in brackets. */
export const isFlow = (text: string, { start, entries, items }: PositionNode): boolean =>
  (entries !== undefined && text.charAt(start) === '{') ||
  (items !== undefined && text.charAt(start) === '[');

export const isScalar = ({ entries, items }: PositionNode): boolean =>
  entries === undefined && items === undefined;

/** Whether the keys around a value are in double quotes, as in JSON: then its texts have to be so, too. */
export function isJson(text: string, target: Target): boolean {
  for (let at: Target | undefined = target; at !== undefined; at = at.parent) {
    if (at.entry !== undefined) return at.inFlow && text.charAt(at.entry.keyStart) === '"';
  }
  return false;
}

/** The text between the start of a line and an offset in it. */
export function lineLead(text: string, offset: number): string {
  return text.slice(lineStart(text, offset), offset);
}

export function lineStart(text: string, offset: number): number {
  const start = text.lastIndexOf('\n', offset - 1) + 1;
  return start + text.slice(start, offset).lastIndexOf('\r') + 1;
}

/** What ends the lines around an offset. */
export function lineBreak(text: string, offset: number): string {
  const feed = text.indexOf('\n', offset);
  return text.charAt(feed - 1) === '\r' ? '\r\n' : '\n';
}
