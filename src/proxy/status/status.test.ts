import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { MeshctlError } from '../../errors.ts';
import { readStatus, selectProxies, shortAge, type ProxyStatus } from './index.ts';

const read = (name: string): readonly ProxyStatus[] =>
  readStatus(readFileSync(`testdata/proxy-status/${name}`, 'utf8'), name).flatMap(({ proxies }) => proxies);

const states = (proxy: ProxyStatus | undefined) =>
  proxy?.types.map(({ shortName, state }) => `${shortName} ${state}`);

describe('an xDS answer', () => {
  const [shelf, scrolls] = read('xds.json');

  test('tells the names and versions of proxy and istiod', () => {
    expect(shelf).toMatchObject({
      name: 'shelf-1.books',
      namespace: 'books',
      cluster: 'east',
      istiod: 'istiod-6d5f-abcde',
      version: '1.30.2',
    });
  });

  test('has the types in their order, the unknown ones last', () => {
    expect(states(shelf)).toEqual(['CDS STALE', 'LDS ERROR', 'RDS NOT SENT', 'PCDS IGNORED']);
  });

  test('of an older istiod has the types in fields of their own', () => {
    expect(states(scrolls)).toEqual(['CDS SYNCED', 'LDS SYNCED']);
  });

  test('says why a proxy is not in sync', () => {
    expect(shelf?.types.map(({ reason }) => reason)).toEqual([
      'the proxy has not acknowledged what was sent last',
      'Error adding/updating listener(s) 0.0.0.0_80: duplicate filter chain',
      'istiod had nothing to send',
      undefined,
    ]);
  });

  test.each([
    ['text that is no JSON', '"istiod-1"', 'istiod-1'],
    ['without an ID', '"{\\"Component\\":\\"istiod\\"}"', '{"Component":"istiod"}'],
    ['none', '""', undefined],
  ])('with an identifier that is %s', (_, identifier, istiod) => {
    const text = `{"controlPlane": {"identifier": ${identifier}}, "resources": [{"node": {"id": "a"}}]}`;
    expect(readStatus(text, 'a')[0]?.proxies[0]?.istiod).toBe(istiod);
  });

  test('has no proxies in resources of other types', () => {
    const text = '{"resources": [{"@type": "type.googleapis.com/envoy.config.cluster.v3.Cluster"}]}';
    expect(readStatus(text, 'a')[0]?.proxies).toEqual([]);
  });
});

describe('what /debug/syncz answers', () => {
  const [gate, desk] = read('syncz.json');

  test('has the states by what was sent and acknowledged', () => {
    expect(states(gate)).toEqual(['CDS ERROR', 'LDS STALE', 'EDS SYNCED', 'RDS STALE', 'SDS NOT SENT']);
    expect(gate?.types.map(({ reason }) => reason)).toEqual([
      'outbound|80||shelf.books: timeout is too short',
      'v2/c was sent, the proxy acknowledged v1/c',
      undefined,
      'v2/b was sent, nothing was ever acknowledged',
      'istiod had nothing to send',
    ]);
  });

  test('of an older istiod has fields for the main types', () => {
    expect(states(desk)).toEqual(['CDS SYNCED', 'LDS STALE', 'EDS NOT SENT', 'RDS NOT SENT']);
    expect(desk?.version).toBe('1.0*');
  });

  test('names the namespace of a proxy, but no istiod; year 1 is no moment', () => {
    expect(gate).toMatchObject({ namespace: 'books', istiod: undefined });
    expect(gate?.types.at(-1)?.since).toBeUndefined();
  });

  test('makes data in the form of an xDS answer that reads the same', () => {
    const [answer] = readStatus(readFileSync('testdata/proxy-status/syncz.json', 'utf8'), 'a');
    const again = readStatus(JSON.stringify(answer?.dataOf(new Set(answer.proxies))), 'b')[0]?.proxies;
    expect(again?.map(states)).toEqual(answer?.proxies.map(states));
  });
});

test('several answers may stand in a list', () => {
  const answer = readFileSync('testdata/proxy-status/xds.json', 'utf8');
  expect(readStatus(`[${answer}, ${answer}]`, 'a')).toHaveLength(2);
});

test('an empty list is an answer about no proxies', () => {
  expect(readStatus('[]', 'a').flatMap(({ proxies }) => proxies)).toEqual([]);
});

test.each([
  ['no JSON', '{', 'a is not JSON'],
  ['a text', '"x"', 'a does not say how far proxies are'],
  ['an object of another kind', '{"clusters": []}', 'a does not say how far proxies are'],
  ['a list of anything', '[1]', 'a does not say how far proxies are'],
  ['a config dump', '{"configs": []}', 'a does not say how far proxies are'],
])('%s is refused', (_, text, message) => {
  expect(() => readStatus(text, 'a')).toThrow(expect.objectContaining({ code: 'input', message }));
});

test('whatever stands in an answer, it is read or refused as input', () => {
  fc.assert(
    fc.property(fc.jsonValue(), fc.jsonValue(), (a, b) => {
      const texts = [
        a,
        [a],
        { resources: a },
        { resources: [{ node: a, genericXdsConfigs: [b, { errorState: b, lastUpdated: a }] }] },
        [{ proxy: 'a', resources: { x: a, y: { sent: b, lastError: a } } }],
      ];
      for (const text of texts) {
        try {
          for (const { proxies, dataOf } of readStatus(JSON.stringify(text), 'a')) dataOf(new Set(proxies));
        } catch (error) {
          expect(error).toBeInstanceOf(MeshctlError);
        }
      }
    }),
  );
});

describe('choosing proxies', () => {
  const proxies = [...read('xds.json'), ...read('syncz.json')];
  test.each([
    ['all, by name', {}, ['desk-1.books', 'gate-1.books', 'scrolls-1.archive', 'shelf-1.books']],
    ['of a namespace', { namespace: 'archive' }, ['scrolls-1.archive']],
    ['by pod', { names: ['gate-1'] }, ['gate-1.books']],
    [
      'by pod and namespace',
      { names: ['gate-1.books', 'scrolls-1.archive'] },
      ['gate-1.books', 'scrolls-1.archive'],
    ],
  ])('%s', (_, filter, names) => {
    expect(selectProxies(proxies, filter).map(({ name }) => name)).toEqual(names);
  });

  test.each([
    ['part of a pod', { names: ['gate'] }],
    ['a pod of another namespace', { namespace: 'archive', names: ['gate-1'] }],
  ])('%s is nobody', (_, filter) => {
    expect(() => selectProxies(proxies, filter)).toThrow(/^no proxy is called gate/);
  });

  test('a slip gets a suggestion', () => {
    expect(() => selectProxies(proxies, { names: ['gate-1.bocks'] })).toThrow(
      expect.objectContaining({ hint: 'did you mean gate-1.books?' }),
    );
  });
});

test.each([
  [-5, '0s'],
  [0, '0s'],
  [119, '119s'],
  [120, '2m'],
  [125, '2m5s'],
  [599, '9m59s'],
  [600, '10m'],
  [10_799, '179m'],
  [10_800, '3h'],
  [11_000, '3h3m'],
  [28_800, '8h'],
  [172_799, '47h'],
  [172_800, '2d'],
  [180_000, '2d2h'],
  [691_200, '8d'],
  [63_071_999, '729d'],
  [63_072_000, '2y'],
  [63_158_400, '2y1d'],
  [252_288_000, '8y'],
])('%i seconds are %s', (seconds, text) => {
  expect(shortAge(new Date(0), new Date(seconds * 1000))).toBe(text);
});
