import { expect, test } from 'vitest';
import type { Json } from '../../json.ts';
import { compile } from './compiled.ts';
import { defaulted } from './defaulted.ts';
import { int32, list, map, message, string } from './fields.ts';
import { nodeOf } from './node.ts';

const schema = compile(
  nodeOf(
    message('m', {
      kind: string('k', { default: 'Service' }),
      note: string('n', { nullable: true }),
      plain: string('p'),
      ports: list(message('port', { weight: int32('w', { default: 1 }) }), 'l', { default: [{}] }),
      labels: map(string(), 'm'),
    }),
  ),
);

test.each<[string, Json, Json]>([
  ['fills in defaults, also inside defaults', {}, { kind: 'Service', ports: [{ weight: 1 }] }],
  ['keeps what is given', { kind: 'Pod', ports: [] }, { kind: 'Pod', ports: [] }],
  [
    'fills in defaults of list items',
    { kind: 'a', ports: [{}, { weight: 2 }] },
    { kind: 'a', ports: [{ weight: 1 }, { weight: 2 }] },
  ],
  ['replaces null by the default', { kind: null, ports: [] }, { kind: 'Service', ports: [] }],
  ['drops null where there is no default', { kind: 'a', plain: null, ports: [] }, { kind: 'a', ports: [] }],
  [
    'keeps null where it is allowed',
    { kind: 'a', note: null, ports: [] },
    { kind: 'a', note: null, ports: [] },
  ],
  [
    'drops null in maps',
    { kind: 'a', ports: [], labels: { a: null, b: 'c' } },
    { kind: 'a', ports: [], labels: { b: 'c' } },
  ],
  ['leaves other types alone', 'text', 'text'],
])('%s', (_, value, expected) => {
  expect(defaulted(schema, value)).toEqual(expected);
});

test('gives the very same object back when nothing changes', () => {
  const value = { kind: 'a', ports: [{ weight: 1 }] };
  expect(defaulted(schema, value)).toBe(value);
});
