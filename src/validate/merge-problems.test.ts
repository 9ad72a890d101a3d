import { expect, test } from 'vitest';
import type { Problem } from '../finding.ts';
import { formatPath, parsePath } from '../path.ts';
import { mergeProblems } from './merge-problems.ts';

const problem = (rule: string, place: string, more: Partial<Problem> = {}): Problem => ({
  code: rule.startsWith('schema/') ? 'MSH0008' : 'IST0106',
  rule,
  severity: 'error',
  message: rule,
  path: parsePath(place) ?? [],
  args: {},
  rejectedBy: rule.startsWith('schema/') ? ['apiserver'] : ['istio'],
  ...more,
});

const object = { port: 0, list: ['a', 'a'], map: { http: {} }, item: null };

/** `rule [who refuses] path`. */
const merged = (...problems: Problem[]): string[] =>
  mergeProblems(problems, object).map(
    ({ rule, rejectedBy, path }) => `${rule} [${rejectedBy.join()}] ${formatPath(path)}`,
  );

const cel = { args: { cel: 'self.all(key, true)' } };

test.each<[string, Problem[], string[]]>([
  ['nothing is nothing', [], []],
  ['one problem stays', [problem('port/range', 'port')], ['port/range [istio] port']],
  [
    'two that one refuser has about one value stay',
    [problem('port/range', 'port'), problem('port/odd', 'port')],
    ['port/range [istio] port', 'port/odd [istio] port'],
  ],
  [
    'form and meaning of one value become the meaning',
    [problem('schema/bound', 'port'), problem('port/range', 'port')],
    ['port/range [istio,apiserver] port'],
  ],
  [
    'in whatever order they come',
    [problem('port/range', 'port'), problem('schema/bound', 'port')],
    ['port/range [istio,apiserver] port'],
  ],
  [
    'two rules of form about one value are one',
    [problem('schema/bound', 'port'), problem('schema/pattern', 'port')],
    ['schema/bound [apiserver] port'],
  ],
  [
    'of different values both stay',
    [problem('schema/bound', 'port'), problem('port/range', 'list[0]')],
    ['schema/bound [apiserver] port', 'port/range [istio] list[0]'],
  ],
  [
    'a warning is not part of an error',
    [problem('schema/type', 'port'), problem('port/low', 'port', { severity: 'warning', rejectedBy: [] })],
    ['schema/type [apiserver] port', 'port/low [] port'],
  ],
  [
    'of a list, form and meaning become one',
    [problem('schema/bound', 'list'), problem('list/empty', 'list')],
    ['list/empty [istio,apiserver] list'],
  ],
  [
    'of a list, other things stay apart',
    [problem('schema/cel', 'list'), problem('list/empty', 'list')],
    ['schema/cel [apiserver] list', 'list/empty [istio] list'],
  ],
  [
    'a repeated item and the rule about it become one',
    [problem('schema/duplicate-item', 'list[1]'), problem('list/duplicate', 'list[1]')],
    ['list/duplicate [istio,apiserver] list[1]'],
  ],
  [
    'the same rule about a map and about keys of it stands at each key',
    [
      problem('port/range', 'map', { ...cel, rejectedBy: ['apiserver'] }),
      problem('port/range', 'map.a'),
      problem('port/range', 'map.b'),
    ],
    ['port/range [istio,apiserver] map.a', 'port/range [istio,apiserver] map.b'],
  ],
  [
    'a rule about keys and a key that cannot be read become one',
    [
      problem('schema/cel', 'map', cel),
      problem('schema/type', 'map.http', { at: 'key', rejectedBy: ['istio'] }),
    ],
    ['schema/type [istio,apiserver] map.http'],
  ],
  [
    'what lies in a null item says no more than the item',
    [problem('schema/type', 'item'), problem('item/name', 'item.name'), problem('item/kind', 'item.kind')],
    ['item/name [istio,apiserver] item.name'],
  ],
])('%s', (_, problems, expected) => {
  expect(merged(...problems)).toEqual(expected);
});

test('what is underlined decides, and the better words and the hint stay', () => {
  const outer = problem('schema/cel', 'map', {
    ...cel,
    rule: 'map/one',
    rejectedBy: ['apiserver'],
    hint: 'Drop it.',
  });
  const inner = problem('map/one', 'map', { mark: ['map', 'http'], message: 'http is too much' });
  expect(mergeProblems([outer, inner], object)).toMatchObject([
    { message: 'http is too much', hint: 'Drop it.', path: ['map'], mark: ['map', 'http'] },
  ]);
});
