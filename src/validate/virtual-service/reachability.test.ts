import { describe, expect, test } from 'vitest';
import { checkReachability } from './reachability.ts';

type Spec = Parameters<typeof checkReachability>[0];
type HttpMatch = NonNullable<NonNullable<NonNullable<Spec['http']>[number]['match']>[number]>;

interface Found {
  readonly slug: string;
  readonly args: unknown;
}

function found(spec: Spec): Found[] {
  const list: Found[] = [];
  checkReachability(spec, ({ slug }, _path, args) =>
    list.push({ slug: slug.replace('virtualservice/', ''), args }),
  );
  return list;
}

/** Rules of one match each. */
const rules = (...matches: readonly HttpMatch[]): Spec => ({
  http: matches.map((match) => ({ match: [match] })),
});

test.each<[string, Spec, Found[]]>([
  ['different matches are all reached', rules({ port: 1 }, { port: 2 }), []],
  ['a rule without matches may come last', { http: [{ match: [{ port: 1 }] }, {}] }, []],
  [
    'a second rule without matches is not reached',
    { tcp: [{ match: [] }, {}] },
    [{ slug: 'multiple-catch-all', args: { ruleno: '#1', reason: 'match-less-rule-not-last' } }],
  ],
  [
    'a rule after one without matches is reported once',
    { http: [{}, { name: 'late', match: [{ port: 1 }, { port: 1 }] }] },
    [{ slug: 'unreachable-after-catch-all', args: { ruleno: '"late"', reason: 'after-match-less-rule' } }],
  ],
  [
    'a rule whose matches all occurred is not reached',
    { tls: [{ match: [{ sniHosts: ['a'] }] }, { match: [{ sniHosts: ['a'], port: 0 }] }] },
    [
      { slug: 'duplicate-match', args: { ruleno: '#1', matchno: '#0', dupno: '#0' } },
      { slug: 'unreachable-all-duplicate', args: { ruleno: '#1', reason: 'all-matches-duplicated' } },
    ],
  ],
  [
    'a match may occur twice in its own rule',
    {
      http: [
        {
          name: 'a',
          match: [
            { name: 'x', port: 1 },
            { name: 'y', port: 1 },
          ],
        },
      ],
    },
    [{ slug: 'duplicate-match', args: { ruleno: '"a"', matchno: '"y"', dupno: '"a"' } }],
  ],
  ['the lists are apart', { tcp: [{ match: [{ port: 1 }] }], tls: [{ match: [{ port: 1 }] }] }, []],
])('%s', (_, spec, expected) => {
  expect(found(spec)).toEqual(expected);
});

test.each<[string, HttpMatch, HttpMatch, boolean]>([
  [
    'the order of headers does not matter',
    { headers: { a: {}, b: {} } },
    { headers: { b: {}, a: {} } },
    true,
  ],
  [
    'empty maps and lists are as good as absent',
    { headers: {}, gateways: [] },
    { ignoreUriCase: false },
    true,
  ],
  ['an empty match of a URI is not absent', { uri: {} }, {}, false],
  ['an empty exact match is no empty match', { uri: { exact: '' } }, { uri: {} }, false],
  ['the order of gateways matters', { gateways: ['a', 'b'] }, { gateways: ['b', 'a'] }, false],
])('equal matches: %s', (_, a, b, equal) => {
  expect(found(rules(a, b)).map(({ slug }) => slug)).toEqual(
    equal ? ['duplicate-match', 'unreachable-all-duplicate'] : [],
  );
});

const prefix = (text: string, rest: HttpMatch = {}): HttpMatch => ({ uri: { prefix: text }, ...rest });

describe('a prefix', () => {
  test.each<[string, HttpMatch, HttpMatch, boolean]>([
    ['is covered by a shorter one', prefix('/a'), prefix('/ab'), true],
    ['is not covered by a longer one', prefix('/ab'), prefix('/a'), false],
    ['is not covered by an exact match', { uri: { exact: '/a' } }, prefix('/ab'), false],
    ['is not covered on another port', prefix('/a', { port: 1 }), prefix('/ab'), false],
    [
      'is covered for the method that stands for none',
      prefix('/a', { method: { exact: 'GET' } }),
      prefix('/ab'),
      true,
    ],
    ['is not covered for another method', prefix('/a'), prefix('/ab', { method: { exact: 'POST' } }), false],
    [
      'is covered for a method that starts alike',
      prefix('/a', { method: { exact: 'GETS' } }),
      prefix('/ab'),
      true,
    ],
    [
      'is covered for any host of the earlier one',
      prefix('/a', { authority: { exact: 'a' } }),
      prefix('/ab'),
      true,
    ],
    [
      'is not covered when only it has a host',
      prefix('/a'),
      prefix('/ab', { authority: { exact: 'a' } }),
      false,
    ],
    ['is not covered when only it has headers', prefix('/a'), prefix('/ab', { headers: { a: {} } }), false],
    [
      'is covered with the same headers',
      prefix('/a', { headers: { a: {} } }),
      prefix('/ab', { headers: { a: {} } }),
      true,
    ],
    [
      'is not covered with other headers',
      prefix('/a', { headers: { a: {} } }),
      prefix('/ab', { headers: { b: {} } }),
      false,
    ],
    [
      'is not covered with other values of parameters',
      prefix('/a', { queryParams: { a: { exact: '1' } } }),
      prefix('/ab', { queryParams: { a: { exact: '2' } } }),
      false,
    ],
    [
      'is covered with absent headers that start alike',
      prefix('/a', { withoutHeaders: { a: { prefix: '12' } } }),
      prefix('/ab', { withoutHeaders: { a: { prefix: '1' } } }),
      true,
    ],
  ])('%s', (_, a, b, covered) => {
    expect(found(rules(a, b)).map(({ slug }) => slug)).toEqual(covered ? ['overlapping-prefix'] : []);
  });

  test('is reported with both matches', () => {
    const spec = { http: [{ name: 'a', match: [prefix('/a')] }, { match: [{ port: 1 }, prefix('/ab')] }] };
    const args = { ruleno: '#1', matchno: '#1 of prefix /ab', dupno: '#0 of prefix /a on "a"' };
    expect(found(spec)).toEqual([{ slug: 'overlapping-prefix', args }]);
  });

  test('is not compared in rules that are not reached', () => {
    const spec = { http: [{ match: [prefix('/a')] }, {}, { match: [prefix('/ab')] }] };
    expect(found(spec).map(({ slug }) => slug)).toEqual(['unreachable-after-catch-all']);
  });
});
