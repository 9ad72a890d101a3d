import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compose } from './compose.ts';
import { parseDocument } from './parse-events.ts';
import { PlainPositions } from './plain-positions.ts';
import { PlainValues } from './plain-values.ts';
import { buildPositions, type PositionNode } from './position-tree.ts';
import { SourceText } from './source-text.ts';
import { splitDocuments } from './split.ts';
import { anyYaml } from './testing/any-yaml.ts';

function readPlain(text: string): unknown {
  return new PlainValues(new SourceText('x.yaml', text)).read(0, text.length);
}

describe('the plain reader understands what Kubernetes files use', () => {
  it.each<[string, string, unknown]>([
    ['nested keys', 'a:\n  b:\n    c: d\n  e: f\ng: h\n', { a: { b: { c: 'd' }, e: 'f' }, g: 'h' }],
    ['lists below and beside their key', 'a:\n- b\n- c\nd:\n  - e\n', { a: ['b', 'c'], d: ['e'] }],
    [
      'items that are objects',
      'a:\n- b: 1\n  c: 2\n-   d: 3\n    e: 4\n',
      {
        a: [
          { b: 1, c: 2 },
          { d: 3, e: 4 },
        ],
      },
    ],
    ['lists of lists', 'a:\n- - b\n  - c\n-\n  - d\n', { a: [['b', 'c'], ['d']] }],
    [
      'empty values',
      'a:\nb:\n-\n- c\nd: {}\ne: []\nf: ""\n',
      { a: null, b: [null, 'c'], d: {}, e: [], f: '' },
    ],
    ['comments', '# a\na: 1 # b\n\n  # c\nb: x#y\nc: # d\n  d: 2\n', { a: 1, b: 'x#y', c: { d: 2 } }],
    [
      'quoted text',
      `a: "b: \\"c\\" \\u00e9"\nd: 'it''s'\n"e f": 1\n`,
      { a: 'b: "c" é', d: "it's", 'e f': 1 },
    ],
    [
      'flow collections on one line',
      'a: [b, "c", {d: 1, "e":2}, []]\nf: {g: {h: i}}\n',
      { a: ['b', 'c', { d: 1, e: 2 }, []], f: { g: { h: 'i' } } },
    ],
    [
      'text with colons',
      'a: b:c\nd: http://e:80/f\n:authority: x\ng: ::1\n',
      { a: 'b:c', d: 'http://e:80/f', ':authority': 'x', g: '::1' },
    ],
    [
      'literal text',
      'a: |\n  b\n    c\n\n  d\ne: |-\n  f\n\ng: |+\n  h\n\ni: 1\n',
      { a: 'b\n  c\n\nd\n', e: 'f', g: 'h\n\n', i: 1 },
    ],
    ['folded text', 'a: >\n  b\n  c\n\n  d\ne:\n- >-\n  f\n  g\n', { a: 'b c\nd\n', e: ['f g'] }],
    ['keys that are no text', 'on: 1\n8080: 2\n0x10: 3\n', { true: 1, 8080: 2, 16: 3 }],
    ['Windows line ends', 'a:\r\n- b: c\r\n\r\n  d: "e"\r\n', { a: [{ b: 'c', d: 'e' }] }],
    ['words beyond ASCII', 'a: ärger\nb: 日本\n', { a: 'ärger', b: '日本' }],
    ['a document without content', '# a\n\n', null],
  ])('%s', (_name, text, expected) => {
    expect(readPlain(text)).toEqual(expected);
  });

  it.each<[string, string]>([
    ['anchors', 'a: &b c\n'],
    ['aliases', 'a: *b\n'],
    ['tags', 'a: !!str 1\n'],
    ['merge keys', '<<: {a: b}\n'],
    ['explicit keys', '? a\n: b\n'],
    ['text over several lines', 'a: b\n  c\n'],
    ['quoted text over several lines', 'a: "b\n  c"\n'],
    ['flow collections over several lines', 'a: [b,\n  c]\n'],
    ['tabs before values', 'a:\tb\n'],
    ['tabs before keys', 'a:\n\tb: c\n'],
    ['duplicate keys', 'a: 1\na: 2\n'],
    ['names that every object has', 'constructor: 1\n'],
    ['__proto__', '__proto__: 1\n'],
    ['null keys', 'null: 1\n'],
    ['keys in the wrong column', 'a:\n    b: 1\n  c: 2\n'],
    ['items in the wrong column', 'a:\n  - b\n - c\n'],
    ['colons in text', 'a: b: c\n'],
    ['infinite numbers', 'a: .inf\n'],
    ['an indentation indicator', 'a: |2\n    b\n'],
    ['an escape that JSON does not have', 'a: "\\x41"\n'],
    ['text after quotes', 'a: "b" c\n'],
    ['a list at the root', '- a\n'],
    ['text at the root', 'a\n'],
    ['an indented root', '  a: b\n'],
    ['surrogates', 'a: 😀\n'],
    ['control characters', 'a: \u0085\n'],
    ['templates', 'a: {{ b }}\n'],
    ['directives', '%YAML 1.2\n'],
    ['line ends of the old Macintosh', 'a: b\rc: d\n'],
    ['150 levels', `a: ${'['.repeat(150)}${']'.repeat(150)}\n`],
  ])('leaves %s to the full reader', (_name, text) => {
    expect(readPlain(text)).toBeUndefined();
  });
});

describe('the plain reader says what the full reader says', () => {
  const seen = { plain: 0 };

  it('for values and for positions', () => {
    fc.assert(
      fc.property(anyYaml(), (text) => {
        compareReaders(text.endsWith('\n') ? text : `${text}\n`, seen);
      }),
      { numRuns: 6_000 },
    );
    // Otherwise nothing was compared.
    expect(seen.plain).toBeGreaterThan(500);
  });
});

function compareReaders(text: string, seen: { plain: number }): void {
  const source = new SourceText('x.yaml', text);
  const values = new PlainValues(source);
  const positions = new PlainPositions(source);
  for (const { start, end, badSeparator } of splitDocuments(text)) {
    const value = badSeparator ? undefined : values.read(start, end);
    if (value === undefined) continue;
    seen.plain++;
    const slice = text.slice(start, end);
    const events = parseDocument(slice);
    const expected = compose(slice, events) ?? null;
    expect(value).toEqual(expected);
    // Also the order of keys, and -0.
    expect(JSON.stringify(value)).toBe(JSON.stringify(expected));
    const tree = positions.read(start, end);
    if (tree) expect(shift(tree, -start)).toEqual(buildPositions(slice, events));
  }
}

function shift(node: PositionNode, by: number): PositionNode {
  const place = { start: node.start + by, end: node.end + by };
  if (node.items) return { ...place, items: node.items.map((item) => shift(item, by)) };
  if (!node.entries) return place;
  const entries = [...node.entries].map(([name, { keyStart, keyEnd, node: value }]) => {
    return [name, { keyStart: keyStart + by, keyEnd: keyEnd + by, node: shift(value, by) }] as const;
  });
  return { ...place, entries: new Map(entries) };
}
