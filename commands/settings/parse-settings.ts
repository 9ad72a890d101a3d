import {
  isMap,
  isScalar,
  isSeq,
  LineCounter,
  parseDocument,
  type Node,
  type Pair,
  type YAMLMap,
  type YAMLParseError,
} from 'yaml';
import { closest } from '../../src/closest.ts';
import { MeshctlError } from '../../src/errors.ts';
import type { Entry } from '../entry.ts';
import type { Section, Setting } from './section.ts';

/** Where a node stands, as messages show it. */
type Locate = (offset: number) => string;

const empty: Section = { settings: new Map(), sections: new Map() };

/**
 * Reads a settings file: `defaults` and one section for each command of `table`, nested for groups. The names of
 * settings are checked later, against the options of the command that runs.
 */
export function parseSettings(text: string, file: string, table: readonly Entry[]): Section {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const at: Locate = (offset) => {
    const { line, col } = lines.linePos(offset);
    return `${file}:${line}:${col}`;
  };
  const [error] = document.errors;
  if (error) throw unreadable(error, at(error.pos[0]));
  return group(document.contents, table, ['defaults'], at);
}

function unreadable(
  { code, message }: Pick<YAMLParseError, 'code' | 'message'>,
  place: string,
): MeshctlError {
  if (code === 'MULTIPLE_DOCS')
    return new MeshctlError('input', `${place}: a second document`, { hint: 'a settings file has one' });
  const reason = message.includes('call stack') ? 'it nests too deeply' : message;
  return new MeshctlError('input', `${place}: not YAML`, { reason });
}

/** The root of the file, or the section of a group: every key names a command. */
function group(node: Node | null, entries: readonly Entry[], extra: readonly string[], at: Locate): Section {
  const sections = new Map<string, Section>();
  for (const { name, value, offset } of pairs(node, at)) {
    const entry = entries.find((candidate) => candidate.name === name);
    if (!entry && !extra.includes(name)) throw unknownSection(name, at(offset), entries, extra);
    sections.set(
      name,
      entry && 'commands' in entry ? group(value, entry.commands, [], at) : settingsOf(value, at),
    );
  }
  return { ...empty, sections };
}

function unknownSection(
  name: string,
  place: string,
  entries: readonly Entry[],
  extra: readonly string[],
): MeshctlError {
  const known = [...extra, ...entries.filter(({ hidden }) => !hidden).map((entry) => entry.name)];
  const meant = closest(name, known);
  const hint = meant === undefined ? `the sections are ${known.join(', ')}` : `did you mean ${meant}?`;
  return new MeshctlError('usage', `${place}: no command is called "${name}"`, { hint });
}

function settingsOf(node: Node | null, at: Locate): Section {
  const settings = new Map<string, Setting>();
  for (const { name, value, offset } of pairs(node, at))
    settings.set(name, { value: valueOf(name, value, at(offset), at), at: at(value?.range?.[0] ?? offset) });
  return { ...empty, settings };
}

interface Entered {
  readonly name: string;
  readonly value: Node | null;
  readonly offset: number;
}

function pairs(node: Node | null, at: Locate): readonly Entered[] {
  if (node === null || (isScalar(node) && node.value === null)) return [];
  const start = node.range?.[0] ?? 0;
  if (!isMap(node))
    throw new MeshctlError('usage', `${at(start)}: settings must be a mapping of names to values`);
  return (node as YAMLMap<Node, Node | null>).items.map(({ key, value }: Pair<Node, Node | null>) => ({
    name: textOf(key) ?? '',
    value,
    offset: key.range?.[0] ?? start,
  }));
}

function valueOf(name: string, node: Node | null, keyPlace: string, at: Locate): string | readonly string[] {
  const value = isSeq(node) ? node.items.map(textOf) : textOf(node);
  const values = Array.isArray(value) ? value : [value];
  if (values.every((item) => item !== undefined)) return Array.isArray(value) ? values : values.join('');
  const place = node?.range ? at(node.range[0]) : keyPlace;
  throw new MeshctlError('usage', `${place}: setting ${name} must be a value or a list of values`);
}

/** The text of a plain value; numbers keep the form they are written in, so that `1.10` is not `1.1`. */
function textOf(node: unknown): string | undefined {
  if (!isScalar(node) || node.value === null) return undefined;
  return typeof node.value === 'string' ? node.value : node.source;
}
