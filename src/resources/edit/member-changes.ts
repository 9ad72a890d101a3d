import type { Json } from '../../json.ts';
import type { PositionNode } from '../position-tree.ts';
import { isFlow, isJson, lineBreak, lineLead, lineStart, type Target, type TextChange } from './target.ts';
import { writeBlock, writeInline, writeLike, writeText } from './write-value.ts';

type Changes = TextChange[] | undefined;

/** Another name for the key of a member. */
export function renameKey(text: string, { entry, parent, inFlow, node }: Target, name: string): Changes {
  if (entry === undefined || parent?.node.entries?.has(name) !== false) return undefined;
  const { keyStart: start, keyEnd: end } = entry;
  const raw = text.slice(start, end);
  const lead = inFlow || isFlow(text, parent.node) ? flowLead : blockLead;
  if (
    /[\r\n]/.test(raw) ||
    !/^[ \t]*:/.test(text.slice(end, node.start)) ||
    !lead.test(lineLead(text, start))
  )
    return undefined;
  return [{ start, end, text: writeLike(raw, name, { flow: inFlow, json: false }) }];
}

/** What may stand before a key, or before an item, on its line. */
const flowLead = /[{[,]\s*$|^\s*$/;
const blockLead = /^ *(?:- +)*$/;

/** Takes a member of an object or list away, with the lines that are its own. */
export function removeMember(text: string, target: Target): Changes {
  const { parent } = target;
  if (parent === undefined) return undefined;
  const members = membersOf(parent.node);
  const index = members.findIndex(({ node }) => node === target.node);
  const member = members[index];
  if (member === undefined || members.length < 2) return undefined;
  if (text.slice(member.start, member.node.end).includes('&')) return undefined;
  return isFlow(text, parent.node)
    ? removeFlow(text, members, index)
    : removeBlock(text, member, members[index + 1], parent);
}

interface Member {
  /** Where its key starts, or itself. */
  readonly start: number;
  readonly node: PositionNode;
}

/** The members written in a collection itself, in their order. */
function membersOf(holder: PositionNode): Member[] {
  const items = (holder.items ?? []).map((node) => ({ start: node.start, node }));
  const entries = [...(holder.entries?.values() ?? [])].map(({ keyStart, node }) => ({
    start: keyStart,
    node,
  }));
  return [...items, ...entries]
    .filter(({ start }) => start >= holder.start && start <= holder.end)
    .sort((a, b) => a.start - b.start);
}

function removeFlow(text: string, members: readonly Member[], index: number): Changes {
  const [before, member, after] = [members[index - 1], members[index], members[index + 1]];
  if (member === undefined) return undefined;
  if (after !== undefined) {
    const { start } = member;
    return isComma(text, member.node.end, after.start) ? [{ start, end: after.start, text: '' }] : undefined;
  }
  if (before === undefined || !isComma(text, before.node.end, member.start)) return undefined;
  return [{ start: before.node.end, end: member.node.end, text: '' }];
}

const isComma = (text: string, start: number, end: number): boolean =>
  /^\s*,\s*$/.test(text.slice(start, end));

function removeBlock(text: string, member: Member, after: Member | undefined, parent: Target): Changes {
  if (parent.inFlow) return undefined;
  const end = restOfLine(text, member.node.end);
  if (end === undefined) return undefined;
  const lead = lineLead(text, member.start);
  const own = parent.node.items === undefined ? /^ *$/ : /^ *-[ \t]+$/;
  if (own.test(lead) && isDeepComment(text, end, lead)) return undefined;
  if (own.test(lead)) return [{ start: lineStart(text, member.start), end, text: '' }];
  const isNext = after !== undefined && /^ *$/.test(text.slice(end, after.start));
  return isNext && blockLead.test(lead) ? [{ start: member.start, end: after.start, text: '' }] : undefined;
}

/** Whether a comment follows that would become part of a block of text before the member. */
function isDeepComment(text: string, start: number, lead: string): boolean {
  comment.lastIndex = start;
  const indent = comment.exec(text)?.[1] ?? '';
  return indent.length > lead.search(/-|$/);
}

const comment = /(?:[ \t]*\r?\n)*( *)#/y;

/** The start of the line after a value, when nothing but a comment follows the value on its own. */
function restOfLine(text: string, end: number): number | undefined {
  if (/[\r\n]/.test(text.charAt(end - 1))) return undefined;
  rest.lastIndex = end;
  const found = rest.exec(text);
  return found === null ? undefined : end + found[0].length;
}

/** Not when lines of blanks follow: to a block of text they may belong. */
const rest = /(?:[ \t]+#[^\r\n]*|[ \t]*)(?:\r?\n|$)(?!(?:\r?\n)*[ \t]+(?:\r?\n|$))/y;

/** Another member at the end of an object (then with a key) or a list. */
export function addMember(text: string, target: Target, key: string | undefined, value: Json): Changes {
  const { node, parent } = target;
  if (!takes(node, key)) return undefined;
  const last = membersOf(node).at(-1);
  if (isFlow(text, node)) return addFlow(text, target, last, key, value);
  if (target.inFlow || last === undefined || parent?.inFlow === true) return undefined;
  return addBlock(text, node, last, key, value);
}

/** A list takes what has no key, an object a key that it does not have. */
const takes = ({ items, entries }: PositionNode, key: string | undefined): boolean =>
  key === undefined ? items !== undefined : entries?.has(key) === false;

function addFlow(
  text: string,
  target: Target,
  last: Member | undefined,
  key: string | undefined,
  value: Json,
): Changes {
  const json = isJson(text, { ...target, inFlow: true }) || /^\{\s*"/.test(text.slice(target.node.start));
  const notation = { flow: true, json };
  const written = writeInline(value, notation);
  const member = key === undefined ? written : `${writeText(key, notation)}: ${written}`;
  if (last === undefined) return addFirst(text, target.node, member);
  const lead = lineLead(text, last.start);
  const own = /^\s*$/.test(lead) && lead !== '';
  const between = own ? `,${lineBreak(text, last.node.end)}${lead}` : ', ';
  if (!/^\s*[\]},]/.test(text.slice(last.node.end))) return undefined;
  return [{ start: last.node.end, end: last.node.end, text: `${between}${member}` }];
}

function addFirst(text: string, { start, end }: PositionNode, member: string): Changes {
  if (text.slice(start + 1, end - 1).trim() !== '') return undefined;
  return [{ start: start + 1, end: end - 1, text: member }];
}

function addBlock(
  text: string,
  node: PositionNode,
  last: Member,
  key: string | undefined,
  value: Json,
): Changes {
  const next = restOfLine(text, last.node.end);
  const eol = lineBreak(text, last.node.end);
  if (next === undefined || !text.startsWith(eol, next - eol.length)) return undefined;
  const lead = lineLead(text, node.start);
  if (!blockLead.test(lead)) return undefined;
  const indent = ' '.repeat(lead.length);
  const start = next - eol.length;
  if (key !== undefined) {
    const written = `${writeText(key, { flow: false, json: false })}:${writeBlock(value, `${indent}  `, eol)}`;
    return [{ start, end: start, text: `${eol}${indent}${written}` }];
  }
  const item = writeBlock(value, `${indent}  `, eol).replace(`${eol}${indent}  `, ' ');
  return [{ start, end: start, text: `${eol}${indent}-${item}` }];
}
