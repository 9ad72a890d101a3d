import fc from 'fast-check';

/**
 * YAML as people write it, and as it looks after an accident: documents in random but valid notation, realistic
 * texts, and both with characters, lines and indentation changed.
 */
export function anyYaml(): fc.Arbitrary<string> {
  const text = fc.oneof(writtenDocument(), realText());
  const stream = fc.array(text, { minLength: 1, maxLength: 3 }).map((documents) => documents.join('---\n'));
  const damaged = fc.tuple(text, fc.array(mutation(), { minLength: 1, maxLength: 4 })).map(applyAll);
  return fc.oneof(stream, { arbitrary: damaged, weight: 3 });
}

type Notation = (indent: string) => string;

/** Each value as what follows its key or dash, line feed included. */
function writtenDocument(): fc.Arbitrary<string> {
  const { entries } = fc.letrec<{ node: Notation; entries: Notation; items: Notation }>((tie) => ({
    node: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      scalar(),
      fc.tuple(gap(), tie('entries')).map(
        ([between, write]) =>
          (indent: string) =>
            `${between}\n${write(`${indent}  `)}`,
      ),
      fc.tuple(gap(), tie('items'), fc.boolean()).map(
        ([between, write, deeper]) =>
          (indent: string) =>
            `${between}\n${write(deeper ? `${indent}  ` : indent)}`,
      ),
    ),
    entries: fc
      .array(fc.tuple(key(), tie('node')), { minLength: 1, maxLength: 4 })
      .map(
        (pairs) => (indent: string) =>
          pairs.map(([name, write]) => `${indent}${name}:${write(indent)}`).join(''),
      ),
    items: fc
      .array(fc.oneof(tie('node'), compact(tie('entries'))), { minLength: 1, maxLength: 3 })
      .map((nodes) => (indent: string) => nodes.map((write) => `${indent}-${write(indent)}`).join('')),
  }));
  return entries.map((write) => write(''));
}

/** An object that starts on the line of its dash. */
function compact(entries: fc.Arbitrary<Notation>): fc.Arbitrary<Notation> {
  return entries.map((write) => (indent: string) => ` ${write(`${indent}  `).slice(indent.length + 2)}`);
}

function gap(): fc.Arbitrary<string> {
  return fc.constantFrom('', '', ' ', ' # note', '\n', '\n  # note');
}

function key(): fc.Arbitrary<string> {
  return fc.oneof(
    fc.constantFrom(
      'name',
      'spec',
      'hosts',
      'a',
      'b',
      'c',
      'on',
      '80',
      '0x10',
      '"quoted key"',
      "'it''s'",
      'a.b/c-d',
      ':authority',
      '"<<"',
    ),
    fc.stringMatching(/^[a-zA-Z0-9_]{1,6}$/),
  );
}

function scalar(): fc.Arbitrary<Notation> {
  const inline = fc.oneof(
    fc.constantFrom(
      '',
      '0',
      '017',
      '0x1f',
      '1e3',
      '-5',
      '1_0',
      'true',
      'no',
      'null',
      '~',
      'a b',
      'a:b',
      'a#b',
      'x # note',
      '{}',
      '[]',
    ),
    fc.constantFrom(
      '[a, b]',
      '{a: b}',
      '[{a: 1, b: [c]}, "d"]',
      '{"a":1,"b": \'c\'}',
      '"a\\nb"',
      "'a'",
      '"#"',
      'ä',
      '::1',
      '12:30',
      '*.com',
      '-',
      '- a',
    ),
    fc.stringMatching(/^[ -~]{0,12}$/),
    fc.stringMatching(/^[ -~]{0,8}$/).map((text) => JSON.stringify(text)),
    fc.stringMatching(/^[ -~]{0,8}$/).map((text) => `'${text.replaceAll("'", "''")}'`),
  );
  const line = inline.map((text) => () => ` ${text}\n`);
  const lines = fc.array(fc.constantFrom('a', 'b c', '  d', '', '# e', 'f: g', ' h '), { maxLength: 4 });
  const block = fc.tuple(fc.constantFrom('|', '>', '|-', '>-', '|+', '>+', '|2', '| # note'), lines).map(
    ([header, content]) =>
      (indent: string) =>
        ` ${header}\n${content.map((text) => (text === '' ? '\n' : `${indent}  ${text}\n`)).join('')}`,
  );
  return fc.oneof({ arbitrary: line, weight: 4 }, { arbitrary: block, weight: 1 });
}

function realText(): fc.Arbitrary<string> {
  return fc.constantFrom(virtualService, deployment, configMap);
}

const virtualService = `apiVersion: networking.istio.io/v1
kind: VirtualService
metadata:
  name: reviews
  labels: {app: reviews, "version": v1}
spec:
  hosts: ["reviews", 'reviews.shop.svc.cluster.local']
  http:
  # the canary
  - match:
    - headers:
        end-user:
          exact: jason # a tester
      uri: {prefix: /api}
    route:
    - destination:
        host: reviews
        subset: v2
      weight: 100

  - name: default
    timeout: 0.5s
    route:
      - destination: {host: reviews, port: {number: 9080}}
`;

const deployment = `apiVersion: apps/v1
kind: Deployment
metadata: &meta
  name: "reviews-v1"
  annotations:
    sidecar.istio.io/inject: "true"
    note: 'it''s
      folded'
spec:
  replicas: 0x2
  selector:
    matchLabels: &labels
      app: reviews
  template:
    metadata:
      labels:
        <<: *labels
        extra: !!str 1
    spec:
      containers:
      - name: app
        args: [--port, "9080",
          --verbose]
        env:
        - {name: A, value: "on"}
        -
          name: B
          value: plain text
            that goes on
`;

const configMap = `apiVersion: v1
kind: ConfigMap
metadata:
  name: scripts
data:
  run.sh: |
    #!/bin/sh
    if true; then
    \techo "hi"
    fi

  note: >-
    folded
    text

      indented
  empty: |
  keep: |+
    last

  numbers: |2
      deep
binaryData:
`;

/** A change of a text at a relative place. */
interface Mutation {
  readonly place: number;
  readonly change: (text: string, at: number) => string;
}

function mutation(): fc.Arbitrary<Mutation> {
  const change = fc.oneof(
    fc
      .constantFrom(...fragments)
      .map((fragment) => (text: string, at: number) => text.slice(0, at) + fragment + text.slice(at)),
    fc
      .integer({ min: 1, max: 3 })
      .map((count) => (text: string, at: number) => text.slice(0, at) + text.slice(at + count)),
    fc.integer({ min: 0, max: 5 }).map((count) => (text: string, at: number) => {
      const line = text.lastIndexOf('\n', at - 1) + 1;
      return text.slice(0, line) + ' '.repeat(count) + text.slice(line).trimStart();
    }),
    fc.constant((text: string, at: number) => {
      const line = text.lastIndexOf('\n', at - 1) + 1;
      const end = text.indexOf('\n', at) + 1 || text.length;
      return text.slice(0, end) + text.slice(line, end) + text.slice(end);
    }),
    fc.constant((text: string, at: number) => text.slice(at)),
    fc.constant((text: string, at: number) => text.slice(0, at)),
  );
  return fc.record({ place: fc.nat({ max: 999 }), change });
}

const fragments = [
  ...[
    '\n',
    '\n\n',
    '   \n',
    '\r',
    '\r\n',
    '\t',
    ' ',
    '  ',
    '- ',
    '-',
    '- - a\n',
    ':',
    ': ',
    ' :',
    '#',
    ' #',
    '"',
    "'",
    '{',
    '}',
    '[',
    ']',
    ',',
  ],
  ...[
    '|',
    '>',
    '|-\n',
    '>+\n',
    '&a ',
    '*a',
    '!',
    '!!str ',
    '!foo ',
    '? ',
    '%',
    '@',
    '`',
    '\\',
    '\\u0041',
    '~',
    'null',
    '.inf',
    '<<: ',
    '=',
    'on',
    'y',
  ],
  ...[
    'é',
    '\u2028',
    '\u0085',
    '\u007f',
    '😀',
    '\uFEFF',
    '\u0001',
    '\uD800',
    '---',
    '---\n',
    '...\n',
    '{{ x }}',
    'a: b\n',
    '__proto__: 1\n',
    'constructor: 1\n',
  ],
];

function applyAll([text, mutations]: [string, Mutation[]]): string {
  let result = text;
  for (const { place, change } of mutations)
    result = change(result, Math.floor((place * result.length) / 999));
  return result;
}
