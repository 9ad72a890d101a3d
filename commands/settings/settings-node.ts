import { isMap, isScalar, isSeq, type LineCounter, type Node, type Pair, type YAMLMap } from 'yaml';
import { closest } from '../../src/closest.ts';
import { MeshctlError } from '../../src/errors.ts';
import type { Range } from '../../src/resources/index.ts';

/** The text of a settings file while it is read, for messages that name a place in it. */
export class SettingsText {
  /** The file as messages show it. */
  readonly file: string;
  private readonly lines: LineCounter;

  constructor(file: string, lines: LineCounter) {
    this.file = file;
    this.lines = lines;
  }

  /** `meshctl.yaml:3:11`. */
  at(offset: number): string {
    const { line, col } = this.lines.linePos(offset);
    return `${this.file}:${line}:${col}`;
  }

  range(node: Node): Range {
    const [start, end] = node.range ?? [0, 0];
    const position = (offset: number) => {
      const { line, col } = this.lines.linePos(offset);
      return { line, column: col };
    };
    return { start: position(start), end: position(end) };
  }
}

/** A key of a mapping with its value. */
export interface Entered {
  readonly name: string;
  readonly value: Node | null;
  /** Where the key stands, and where the value does, or else the key. */
  readonly keyAt: string;
  readonly at: string;
}

/** The entries of a mapping; none when nothing is given. Throws `MeshctlError('usage')` for anything else. */
export function entriesOf(node: Node | null, text: SettingsText, what = 'settings'): readonly Entered[] {
  if (isEmpty(node)) return [];
  const start = node.range?.[0] ?? 0;
  if (!isMap(node))
    throw new MeshctlError('usage', `${text.at(start)}: ${what} must be a mapping of names to values`);
  return (node as YAMLMap<Node, Node | null>).items.map(({ key, value }: Pair<Node, Node | null>) => {
    const keyAt = text.at(key.range?.[0] ?? start);
    const at = value?.range && !isEmpty(value) ? text.at(value.range[0]) : keyAt;
    return { name: textOf(key) ?? '', value, keyAt, at };
  });
}

/** The items of a list; none when nothing is given. Throws `MeshctlError('usage')` for anything else. */
export function itemsOf({ name, value, at }: Entered): readonly Node[] {
  if (isEmpty(value)) return [];
  if (!isSeq(value)) throw new MeshctlError('usage', `${at}: ${name} must be a list`);
  return value.items as readonly Node[];
}

/** The entries of a mapping by name, of which only some are known and some are required. */
export function fieldsOf(
  node: Node,
  text: SettingsText,
  what: string,
  known: { readonly required: readonly string[]; readonly optional: readonly string[] },
): ReadonlyMap<string, Entered> {
  const names = [...known.required, ...known.optional];
  const entries = entriesOf(node, text, what);
  for (const { name, keyAt } of entries) {
    if (names.includes(name)) continue;
    const meant = closest(name, names);
    throw new MeshctlError('usage', `${keyAt}: ${what} has no "${name}"`, {
      hint: meant === undefined ? `it takes ${names.join(', ')}` : `did you mean ${meant}?`,
    });
  }
  const fields = new Map(entries.map((entry) => [entry.name, entry]));
  for (const name of known.required) {
    if (fields.has(name)) continue;
    throw new MeshctlError('usage', `${text.at(node.range?.[0] ?? 0)}: ${what} lacks "${name}"`);
  }
  return fields;
}

/** The text of a value. Throws `MeshctlError('usage')` when it is not one that says something. */
export function requireText({ name, value, at }: Pick<Entered, 'name' | 'value' | 'at'>): string {
  const text = textOf(value)?.trim();
  if (text !== undefined && text !== '') return text;
  throw new MeshctlError('usage', `${at}: ${name} must be text`);
}

/** The text of a plain value; numbers keep the form they are written in, so that `1.10` is not `1.1`. */
export function textOf(node: unknown): string | undefined {
  if (!isScalar(node) || node.value === null) return undefined;
  return typeof node.value === 'string' ? node.value : node.source;
}

function isEmpty(node: Node | null): node is null {
  return node === null || (isScalar(node) && node.value === null);
}
