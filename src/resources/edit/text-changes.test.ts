import { expect, test } from 'vitest';
import { readText } from '../read-text.ts';
import type { EditStep } from './edit-step.ts';
import { applied } from './testing/applied.ts';

const edited = (text: string, steps: readonly EditStep[]): string | undefined => {
  const edits = readText(text, 'a.yaml').documents.at(-1)?.edits(steps);
  return edits && applied(text, edits);
};

test.each<[string, string, EditStep[], string]>([
  [
    'a key, with its comment',
    'a:\n  b: 1 # c\n',
    [{ op: 'rename', path: ['a', 'b'], name: 'd' }],
    'a:\n  d: 1 # c\n',
  ],
  ['a key in double quotes', '"b": 1\n', [{ op: 'rename', path: ['b'], name: 'd' }], '"d": 1\n'],
  ['a key in single quotes', "'b' : 1\n", [{ op: 'rename', path: ['b'], name: 'd' }], "'d' : 1\n"],
  ['a key after a dash', 'a:\n- b: 1\n', [{ op: 'rename', path: ['a', 0, 'b'], name: 'd' }], 'a:\n- d: 1\n'],
  [
    'a key in brackets',
    'a: {c: 2, b: 1}\n',
    [{ op: 'rename', path: ['a', 'b'], name: 'd' }],
    'a: {c: 2, d: 1}\n',
  ],
  ['a key of JSON', '{"a": {"b":1}}', [{ op: 'rename', path: ['a', 'b'], name: 'd' }], '{"a": {"d":1}}'],
  [
    'a key whose new name has to be quoted',
    'b: 1\n',
    [{ op: 'rename', path: ['b'], name: 'on' }],
    '"on": 1\n',
  ],
  [
    'a key of lines that end in CRLF',
    'a:\r\n  b: 1\r\n',
    [{ op: 'rename', path: ['a', 'b'], name: 'd' }],
    'a:\r\n  d: 1\r\n',
  ],
  [
    'a key of the second document',
    'a: 1\n---\nb: 1\n',
    [{ op: 'rename', path: ['b'], name: 'd' }],
    'a: 1\n---\nd: 1\n',
  ],
  [
    'a key in snake_case by its other name',
    'a_b: 1\n',
    [{ op: 'rename', path: ['aB'], name: 'aB' }],
    'aB: 1\n',
  ],
  ['a key of a long text', 'a: |\n  b\n', [{ op: 'rename', path: ['a'], name: 'd' }], 'd: |\n  b\n'],

  ['a plain value', 'a: x # c\n', [{ op: 'set', path: ['a'], value: 'y/z' }], 'a: y/z # c\n'],
  [
    'a value that would be read as a boolean',
    'a: x\n',
    [{ op: 'set', path: ['a'], value: 'no' }],
    'a: "no"\n',
  ],
  ['a value in double quotes', 'a: "x"\n', [{ op: 'set', path: ['a'], value: 'y' }], 'a: "y"\n'],
  ['a value in single quotes', "a: 'x'\n", [{ op: 'set', path: ['a'], value: "y'" }], "a: 'y'''\n"],
  ['text in quotes that becomes a number', 'a: "80"\n', [{ op: 'set', path: ['a'], value: 80 }], 'a: 80\n'],
  ['a number of JSON that becomes text', '{"a":5}', [{ op: 'set', path: ['a'], value: '5s' }], '{"a":"5s"}'],
  ['an item', 'a:\n  - x\n', [{ op: 'set', path: ['a', 0], value: 'w' }], 'a:\n  - w\n'],
  ['an item in brackets', 'a: [x, z]\n', [{ op: 'set', path: ['a', 0], value: 'w' }], 'a: [w, z]\n'],
  ['an empty value', 'a:\nb: 1\n', [{ op: 'set', path: ['a'], value: 5 }], 'a: 5\nb: 1\n'],
  [
    'a value that becomes an object',
    'a:\n  b: 1 # c\n',
    [{ op: 'set', path: ['a', 'b'], value: { c: 1, d: [2] } }],
    'a:\n  b:\n    c: 1\n    d:\n      - 2 # c\n',
  ],
  [
    'a value in brackets that becomes an object',
    'a: {b: 1}\n',
    [{ op: 'set', path: ['a', 'b'], value: { c: 1 } }],
    'a: {b: { c: 1 }}\n',
  ],

  ['a number as text', 'a: 1.10 # c\n', [{ op: 'quote', path: ['a'] }], 'a: "1.10" # c\n'],
  ['a boolean as text, the way it is spelt', 'a: Yes\n', [{ op: 'quote', path: ['a'] }], 'a: "Yes"\n'],
  ['a boolean of JSON as text', '{"a": true}', [{ op: 'quote', path: ['a'] }], '{"a": "true"}'],

  [
    'an object around a value',
    'a:\n    b: 5 # c\n',
    [{ op: 'wrap', path: ['a', 'b'], key: 'v' }],
    'a:\n    b:\n        v: 5 # c\n',
  ],
  ['an object around a value of JSON', '{"b":5}', [{ op: 'wrap', path: ['b'], key: 'v' }], '{"b":{"v": 5}}'],
  [
    'an object around a value in brackets',
    'a: {b: 5}\n',
    [{ op: 'wrap', path: ['a', 'b'], key: 'v' }],
    'a: {b: { v: 5 }}\n',
  ],
  [
    'an object around an item',
    'a:\n- "x" # c\n',
    [{ op: 'wrap', path: ['a', 0], key: 'v' }],
    'a:\n- v: "x" # c\n',
  ],
  [
    'an object around a renamed value',
    'a: 5\r\n',
    [
      { op: 'rename', path: ['a'], name: 'b' },
      { op: 'wrap', path: ['a'], key: 'v' },
    ],
    'b:\r\n  v: 5\r\n',
  ],

  ['a member less', 'a: 1\nb: # c\n  - 1\nc: 3\n', [{ op: 'remove', path: ['b'] }], 'a: 1\nc: 3\n'],
  ['the last member less', 'a: 1\nb: 2 # c', [{ op: 'remove', path: ['b'] }], 'a: 1\n'],
  [
    'the member after a dash less',
    '- x: 1\n'.replace('-', 'a:\n-') + '  y: 2\n',
    [{ op: 'remove', path: ['a', 0, 'x'] }],
    'a:\n- y: 2\n',
  ],
  ['an item less', 'a:\n  - x # c\n  - y\n', [{ op: 'remove', path: ['a', 0] }], 'a:\n  - y\n'],
  ['the first item in brackets less', 'a: [x, y]\n', [{ op: 'remove', path: ['a', 0] }], 'a: [y]\n'],
  ['the last item in brackets less', 'a: [x, y]\n', [{ op: 'remove', path: ['a', 1] }], 'a: [x]\n'],
  ['a member of JSON less', '{\n  "a": 1,\n  "b": {}\n}', [{ op: 'remove', path: ['a'] }], '{\n  "b": {}\n}'],

  [
    'a member more',
    'a:\n  - p: 80 # c\n    q: 1 # d\nb: 1\n',
    [{ op: 'add', path: ['a', 0], key: 'e', value: 'http' }],
    'a:\n  - p: 80 # c\n    q: 1 # d\n    e: http\nb: 1\n',
  ],
  [
    'an object more',
    'a:\n  b: 1\r\n',
    [{ op: 'add', path: ['a'], key: 'e', value: { c: { d: 1 } } }],
    'a:\n  b: 1\r\n  e:\r\n    c:\r\n      d: 1\r\n',
  ],
  [
    'a member more at the end of a file without line break',
    'a: 1',
    [{ op: 'add', path: [], key: 'b', value: 2 }],
    'a: 1\nb: 2',
  ],
  [
    'an item more',
    'a:\n- x\nb: 1\n',
    [{ op: 'add', path: ['a'], value: { c: 1, d: 2 } }],
    'a:\n- x\n- c: 1\n  d: 2\nb: 1\n',
  ],
  [
    'a member more in brackets',
    'a: {b: 1}\n',
    [{ op: 'add', path: ['a'], key: 'c', value: 'x' }],
    'a: {b: 1, c: x}\n',
  ],
  [
    'the first member in brackets',
    'a: {}\n',
    [{ op: 'add', path: ['a'], key: 'c', value: 'x' }],
    'a: {c: x}\n',
  ],
  [
    'a member more of JSON',
    '{\n  "a": 1\n}',
    [{ op: 'add', path: [], key: 'c', value: 'x' }],
    '{\n  "a": 1,\n  "c": "x"\n}',
  ],
  [
    'two members more',
    'a: 1\n',
    [
      { op: 'add', path: [], key: 'b', value: 2 },
      { op: 'add', path: [], key: 'c', value: 3 },
    ],
    'a: 1\nb: 2\nc: 3\n',
  ],
])('%s', (_name, before, steps, after) => {
  expect(edited(before, steps)).toBe(after);
});

test.each<[string, string, EditStep[]]>([
  ['a name that is taken', 'a: 1\nb: 2\n', [{ op: 'rename', path: ['a'], name: 'b' }]],
  ['a key of an item', 'a: [1]\n', [{ op: 'rename', path: ['a', 0], name: 'b' }]],
  ['a place that does not exist', 'a: 1\n', [{ op: 'set', path: ['b'], value: 1 }]],
  ['a value with an anchor', 'a: &x 1\nb: *x\n', [{ op: 'set', path: ['a'], value: 2 }]],
  ['an alias', 'a: &x 1\nb: *x\n', [{ op: 'set', path: ['b'], value: 2 }]],
  ['a value below an anchor', 'a: &x\n  c: 1\nb: *x\n', [{ op: 'set', path: ['a', 'c'], value: 2 }]],
  ['a value behind an alias', 'a: &x\n  c: 1\nb: *x\n', [{ op: 'set', path: ['b', 'c'], value: 2 }]],
  [
    'a value a merge key brings in',
    'a: &x\n  c: 1\nb:\n  <<: *x\n',
    [{ op: 'set', path: ['b', 'c'], value: 2 }],
  ],
  ['a key with an anchor', '&x a: 1\nb: *x\n', [{ op: 'rename', path: ['a'], name: 'c' }]],
  ['a key after a question mark', '? a\n: 1\n', [{ op: 'rename', path: ['a'], name: 'b' }]],
  ['a value with a tag', 'a: !!str 1\n', [{ op: 'set', path: ['a'], value: 2 }]],
  ['a text of several lines', 'a: b\n  c\n', [{ op: 'set', path: ['a'], value: 2 }]],
  ['a block of text', 'a: |\n  b\n', [{ op: 'set', path: ['a'], value: 2 }]],
  ['an object as text', 'a: {}\n', [{ op: 'quote', path: ['a'] }]],
  ['text as text', 'a: "1"\n', [{ op: 'quote', path: ['a'] }]],
  ['a value on the line after its key', 'a:\n  # c\n  1\n', [{ op: 'wrap', path: ['a'], key: 'b' }]],
  ['the only member', 'a:\n  b: 1\n', [{ op: 'remove', path: ['a', 'b'] }]],
  ['a member that holds an anchor', 'a: 1\nb: [&x 1]\nc: *x\n', [{ op: 'remove', path: ['b'] }]],
  ['a member whose comment would become text', 'a: |\n  x\nb: 1\n  # c\n', [{ op: 'remove', path: ['b'] }]],
  ['a text that keeps its blank lines', 'a: 1\nb: |+\n  x\n\n', [{ op: 'remove', path: ['b'] }]],
  ['a key that is there', 'a: 1\n', [{ op: 'add', path: [], key: 'a', value: 1 }]],
  ['a key for a list', 'a: [1]\n', [{ op: 'add', path: ['a'], key: 'b', value: 1 }]],
  ['a member of a scalar', 'a: 1\n', [{ op: 'add', path: ['a'], key: 'b', value: 1 }]],
  [
    'one step of two',
    'a: 1\n',
    [
      { op: 'set', path: ['a'], value: 2 },
      { op: 'set', path: ['b'], value: 2 },
    ],
  ],
  [
    'steps that overlap',
    'a: 1\n',
    [
      { op: 'set', path: ['a'], value: 2 },
      { op: 'quote', path: ['a'] },
    ],
  ],
])('no edit for %s', (_name, text, steps) => {
  expect(readText(text, 'a.yaml').documents).toHaveLength(1);
  expect(edited(text, steps)).toBeUndefined();
});
