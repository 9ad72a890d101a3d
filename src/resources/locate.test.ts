import { describe, expect, it } from 'vitest';
import { parsePath, type Path } from '../path.ts';
import type { Range } from './range.ts';
import { readText } from './read-text.ts';

interface Found {
  readonly value: string;
  readonly key?: string;
  readonly exact: boolean;
}

/** The texts that lie at the places of a path in the last document of a text. */
function find(text: string, path: string): Found {
  const steps = parsePath(path);
  const document = readText(text, 'x.yaml').documents.at(-1);
  if (steps === undefined || document === undefined) throw new Error('bad test');
  const { value, key, exact } = document.locate(steps);
  return { value: cut(text, value), exact, ...(key && { key: cut(text, key) }) };
}

function cut(text: string, { start, end }: Range): string {
  const starts = [0, ...[...text.matchAll(/\r\n?|\n/g)].map((match) => match.index + match[0].length)];
  const offset = (place: Range['start']): number => (starts[place.line - 1] ?? NaN) + place.column - 1;
  return text.slice(offset(start), offset(end));
}

const blocks = `# head
apiVersion: v1
spec: # why
  hosts:
  - a.example   # first
  - "b.example"
  http:
    - name: 'it''s'
      retries: {attempts: 3, on: "5xx"}
      lua: |-
        function a()

        end

    - route: [x, {y: z}]
  empty:
  nothing: # comment
  items:
  -
  - last
done: yes
`;

const unusual = `base: &base
  cpu: 1
  memory: &m 2Gi
copy: *base
merged:
  <<: *base
  disk: 5
many:
  <<: [{a: 1}, {b: 2}]
? explicit
: value
tagged: !!str 5
folded: "one
  two"
plain: one
  two
list:
- &i item
- *i
flow: [
  a,   # comment ]
  {b: c,
   d: },
]
kept: |+
  text

after: >2
    deep
  end: x
*m : alias key
last: !!null
`;

describe('locate gives the place of a value and its key', () => {
  it.each<[string, string, string, string | undefined, string]>([
    ['a plain value', blocks, 'apiVersion', 'apiVersion', 'v1'],
    ['a plain item before a comment', blocks, 'spec.hosts[0]', undefined, 'a.example'],
    ['a quoted item with its quotes', blocks, 'spec.hosts[1]', undefined, '"b.example"'],
    ['a single quoted value', blocks, 'spec.http[0].name', 'name', "'it''s'"],
    [
      'a list from its first dash to its last item',
      blocks,
      'spec.hosts',
      'hosts',
      '- a.example   # first\n  - "b.example"',
    ],
    ['a flow object with its braces', blocks, 'spec.http[0].retries', 'retries', '{attempts: 3, on: "5xx"}'],
    ['a value in a flow object', blocks, 'spec.http[0].retries.attempts', 'attempts', '3'],
    ['a key that is a boolean', blocks, 'spec.http[0].retries.true', 'on', '"5xx"'],
    [
      'a block scalar from its indicator to its last line',
      blocks,
      'spec.http[0].lua',
      'lua',
      '|-\n        function a()\n\n        end',
    ],
    ['an item of a flow list', blocks, 'spec.http[1].route[0]', undefined, 'x'],
    ['an object in a flow list', blocks, 'spec.http[1].route[1]', undefined, '{y: z}'],
    ['an object in a block list', blocks, 'spec.http[1]', undefined, 'route: [x, {y: z}]'],
    ['an empty value right after its colon', blocks, 'spec.empty', 'empty', ''],
    ['an empty value before a comment', blocks, 'spec.nothing', 'nothing', ''],
    ['an empty item', blocks, 'spec.items[0]', undefined, ''],
    ['a value at the end', blocks, 'done', 'done', 'yes'],
    ['an alias where it is written', unusual, 'copy', 'copy', '*base'],
    ['what an alias holds where it is defined', unusual, 'copy.cpu', 'cpu', '1'],
    ['an anchored value without its anchor', unusual, 'base.memory', 'memory', '2Gi'],
    ['a merged value where it is defined', unusual, 'merged.cpu', 'cpu', '1'],
    ['a value beside a merge', unusual, 'merged.disk', 'disk', '5'],
    ['a value merged from a list', unusual, 'many.b', 'b', '2'],
    ['an explicit key', unusual, 'explicit', 'explicit', 'value'],
    ['a tagged value without its tag', unusual, 'tagged', 'tagged', '5'],
    ['quoted text over two lines', unusual, 'folded', 'folded', '"one\n  two"'],
    ['plain text over two lines', unusual, 'plain', 'plain', 'one\n  two'],
    ['an anchored item', unusual, 'list[0]', undefined, 'item'],
    ['an alias in a list', unusual, 'list[1]', undefined, '*i'],
    [
      'a flow list over several lines',
      unusual,
      'flow',
      'flow',
      '[\n  a,   # comment ]\n  {b: c,\n   d: },\n]',
    ],
    ['an empty value in a flow object', unusual, 'flow[1].d', 'd', ''],
    ['a block scalar that keeps its blank lines', unusual, 'kept', 'kept', '|+\n  text\n\n'],
    ['a block scalar with an indentation indicator', unusual, 'after', 'after', '>2\n    deep\n  end: x'],
    ['a key that is an alias', unusual, '["2Gi"]', '*m', 'alias key'],
    ['a tag without a value', unusual, 'last', 'last', ''],
    ['JSON', '{"a": [1, {"b\\/c": "\\ud83d\\ude00"}]}', 'a[1]["b/c"]', '"b\\/c"', '"\\ud83d\\ude00"'],
    ['JSON over lines', '{\n\t"a": {\n\t\t"b": [\n\t\t\ttrue\n\t\t]\n\t}\n}\n', 'a.b[0]', undefined, 'true'],
    ['a later document', 'a: 1\n---\nb: 2\n', 'b', 'b', '2'],
    ['a document after a comment on its separator', 'a: 1\n--- # c\nb:\n  c: 2\n', 'b.c', 'c', '2'],
    ['a text with a byte order mark', '\uFEFFa: b\n'.slice(1), 'a', 'a', 'b'],
    ['Windows line ends', 'a:\r\n  b: c\r\nd: |\r\n  e\r\n', 'a.b', 'b', 'c'],
    ['a block scalar with Windows line ends', 'a:\r\n  b: c\r\nd: |\r\n  e\r\n', 'd', 'd', '|\r\n  e'],
    ['line ends of the old Macintosh', 'a:\r  b: c\r', 'a.b', 'b', 'c'],
    ['text beyond the basic plane', 'a: 😀\nb: {c: 😀, d: 1}\n', 'b.d', 'd', '1'],
  ])('%s', (_name, text, path, key, value) => {
    expect(find(text, path)).toEqual(
      key === undefined ? { value, exact: true } : { key, value, exact: true },
    );
  });

  it('the root from its first key to its last value', () => {
    expect(find('# c\na: 1\nb: [2]  \n# d\n', '')).toEqual({ value: 'a: 1\nb: [2]', exact: true });
  });

  it('lines and columns from 1', () => {
    const [document] = readText('a: 1\nb:\n  - c: "x"\n', 'x').documents;
    expect(document?.locate(['b', 0, 'c'])).toEqual({
      key: { start: { line: 3, column: 5 }, end: { line: 3, column: 6 } },
      value: { start: { line: 3, column: 8 }, end: { line: 3, column: 11 } },
      exact: true,
    });
  });
});

describe('locate of a path that does not exist', () => {
  it.each<[string, string, Found]>([
    [
      'gives the nearest value above',
      'spec.http[0].retries.perTryTimeout',
      { key: 'retries', value: '{attempts: 3, on: "5xx"}', exact: false },
    ],
    [
      'gives the list of an item that is not there',
      'spec.hosts[7].x',
      { key: 'hosts', value: '- a.example   # first\n  - "b.example"', exact: false },
    ],
    ['gives the text that has no members', 'apiVersion.x', { key: 'apiVersion', value: 'v1', exact: false }],
  ])('%s', (_name, path, expected) => {
    expect(find(blocks, path)).toEqual(expected);
  });

  it('gives the root when nothing of it exists', () => {
    expect(find('a: 1\n', 'b.c')).toEqual({ value: 'a: 1', exact: false });
  });

  it('finds the snake_case spelling of a field', () => {
    const text = 'http:\n- mirror_percent: 5\n  mirrorPercentage: {value: 1}\n';
    expect(find(text, 'http[0].mirrorPercent')).toEqual({ key: 'mirror_percent', value: '5', exact: true });
    expect(find(text, 'http[0].mirrorPercentage')).toMatchObject({ key: 'mirrorPercentage' });
  });

  it('gives all of a document that is not YAML', () => {
    expect(find('\na: [\nb\n', 'a')).toEqual({ value: 'a: [\nb', exact: false });
  });
});

describe('lines', () => {
  const [, document] = readText('a: 1\n---\nb: 2\r\nc: 3', 'x').documents;

  it.each<[string, number, number, string[]]>([
    ['gives lines of the file without their ends', 1, 4, ['a: 1', '---', 'b: 2', 'c: 3']],
    ['gives one line', 3, 3, ['b: 2']],
    ['leaves out what is beyond the file', 0, 9, ['a: 1', '---', 'b: 2', 'c: 3']],
    ['gives nothing for no lines', 3, 2, []],
  ])('%s', (_name, from, to, expected) => {
    expect(document?.lines(from, to)).toEqual(expected);
  });
});

describe('lines that hold a text', () => {
  const text = 'a: 1 # x\n# x x\n---\n# x\n--- # x\nb: 2\n# y\n---\n# x\n';
  const [first, second] = readText(text, 'f').documents;

  it.each([
    ['once each, to the end of the document', first, 'x', [1, 2]],
    ['from the end of the document before', second, 'x', [4, 5]],
    ['not those of other documents', first, 'y', []],
    ['after the first line of content too', second, 'y', [7]],
  ])('%s', (_, document, wanted, numbers) => {
    const found = document?.linesWith(wanted) ?? [];
    expect(found.map(({ number }) => number)).toEqual(numbers);
    for (const line of found) expect(line.text).toBe(text.split('\n')[line.number - 1]);
  });

  it('numbers the lines of a sequence of JSON objects', () => {
    const { documents } = readText('{"a": 1}\n{"b": 1}{"c": 1}\n', 'f');
    expect(documents.map((document) => document.linesWith('"').map(({ number }) => number))).toEqual([
      [1],
      [2],
      [2],
    ]);
  });
});

it('positions of many documents stay right when they are asked for in turn', () => {
  const text = Array.from({ length: 30 }, (_, i) => `a: ${i}\n`).join('---\n');
  const { documents } = readText(text, 'x');
  const path: Path = ['a'];
  for (let round = 0; round < 2; round++) {
    expect(documents.map((document) => document.locate(path).value.start.line)).toEqual(
      documents.map((_, i) => 2 * i + 1),
    );
  }
});
