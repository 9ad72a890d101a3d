import { buildPositions, type PositionNode } from './position-tree.ts';
import { ReadFault } from './read-fault.ts';
import type { Event } from 'js-yaml';

/**
 * Refuses what the parser lets pass and Kubernetes does not: lines of blanks that start with a tab, and text after an
 * item that is complete (`- "a" b: c`). Throws {@link ReadFault}.
 */
export function checkLayout(source: string, events: readonly Event[]): void {
  if (!tabLine.test(source) && !closedItem.test(source)) return;
  const nodes = allNodes(buildPositions(source, events));
  checkTabs(source, nodes);
  for (const node of nodes) if (node.items && !isFlow(source, node)) checkItems(source, node.items);
}

const tabLine = /^ *\t[ \t]*(?:#.*)?$/m;
const closedItem = /^ *(?:- +)+["'[{*&!]/m;

/** Each node once: aliases and merge keys lead to the same nodes on several ways. */
function allNodes(root: PositionNode): Set<PositionNode> {
  const nodes = new Set([root]);
  // A set gives also what is added while it is walked.
  for (const node of nodes) {
    for (const item of node.items ?? []) nodes.add(item);
    for (const { node: value } of node.entries?.values() ?? []) nodes.add(value);
  }
  return nodes;
}

function checkTabs(source: string, nodes: Iterable<PositionNode>): void {
  const whole = [...nodes].filter((node) => isWhole(source, node)).sort((a, b) => a.start - b.start);
  let next = 0;
  let end = 0;
  for (const { 0: line, index } of source.matchAll(new RegExp(tabLine, 'gm'))) {
    const at = index + line.indexOf('\t');
    for (; next < whole.length && (whole[next]?.start ?? 0) <= at; next++)
      end = Math.max(end, whole[next]?.end ?? 0);
    if (at > end)
      throw new ReadFault('yaml/syntax', 'a tab is used for indentation', {
        start: at,
        hint: 'Indent with spaces.',
      });
  }
}

/** Whether blanks between start and end of a node mean nothing, or are part of its text. */
function isWhole(source: string, node: PositionNode): boolean {
  return isAlias(source, node) || isFlow(source, node) || (!node.items && !node.entries);
}

function checkItems(source: string, items: readonly PositionNode[]): void {
  for (const item of items) {
    const isClosed = isAlias(source, item) || isFlow(source, item) || isQuoted(source, item);
    if (!isClosed) continue;
    restOfLine.lastIndex = item.end;
    if (restOfLine.test(source)) continue;
    throw new ReadFault('yaml/syntax', 'the text here does not belong to the item before it', {
      start: item.end,
      hint: 'Put it on a line of its own, or into the quotes or brackets.',
    });
  }
}

const restOfLine = /[ \t]*(?:$|[ \t]#)/my;

function isAlias(source: string, { start, end }: PositionNode): boolean {
  return source.charAt(start) === '*' && !/\s/.test(source.slice(start, end));
}

function isFlow(source: string, { start, items, entries }: PositionNode): boolean {
  const first = source.charAt(start);
  return (items !== undefined && first === '[') || (entries !== undefined && first === '{');
}

function isQuoted(source: string, { start, items, entries }: PositionNode): boolean {
  return items === undefined && entries === undefined && /["']/.test(source.charAt(start));
}
