import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { MeshctlError } from '../errors.ts';
import type { Json, JsonObject } from '../resources/index.ts';
import {
  readDump,
  selectAssignments,
  selectBootstrap,
  selectClusters,
  selectClusterStatuses,
  selectEcds,
  selectListeners,
  selectRoutes,
  summarizeAssignments,
  summarizeBootstrap,
  summarizeClusters,
  summarizeEcds,
  summarizeEndpoints,
  summarizeListeners,
  summarizeRoutes,
  summarizeSecrets,
  type ProxyDump,
} from './index.ts';
import { valueAt } from './message/index.ts';

const text = readFileSync('testdata/proxy/config-dump.json', 'utf8');
const dump = readDump(text);
const clusters = readDump(readFileSync('testdata/proxy/clusters.json'));
const shelf = 'outbound|9090||shelf.books.svc.cluster.local';

describe('clusters', () => {
  const names = (filter: Parameters<typeof summarizeClusters>[1]) =>
    summarizeClusters(dump, filter).map(({ name }) => name);

  test('are ordered by host, subset, port and direction', () => {
    expect(names({})).toEqual([
      ...['inbound|8080||', 'BlackHoleCluster', 'agent', shelf],
      'outbound|10000||shelf.books.svc.cluster.local',
      'outbound|9090|v2|shelf.books.svc.cluster.local',
      'xds-grpc',
    ]);
  });

  test.each<[string, Parameters<typeof summarizeClusters>[1], number]>([
    ['any part of the name as host', { fqdn: 'outbound' }, 3],
    ['a direction', { direction: 'inbound' }, 1],
    ['a subset', { subset: 'v2' }, 1],
    ['a port', { port: 9090 }, 2],
    ['not the beginning of a port', { port: 1000 }, 0],
    ['any port for 0', { port: 0 }, 7],
    ['all at once', { fqdn: 'shelf', port: 9090, subset: 'v2', direction: 'outbound' }, 1],
    ['nothing', { fqdn: 'no.such.host' }, 0],
  ])('can be filtered by %s', (_, filter, count) => {
    expect(names(filter)).toHaveLength(count);
    expect(selectClusters(dump, filter)).toHaveLength(count);
  });

  test.each<[string, string, object]>([
    ['of Istio with a rule', 'v2', { port: 9090, subset: 'v2', destinationRule: 'shelf.books' }],
    [
      'with the object of another API',
      '9090||',
      { destinationRule: '<unknown>', error: 'unknown lb policy' },
    ],
    ['of a type of its own', 'inbound', { type: 'STATIC', fqdn: '', port: 8080, direction: 'inbound' }],
    ['with another name', 'BlackHole', { fqdn: 'BlackHoleCluster', port: undefined, destinationRule: '' }],
  ])('%s', (_, fqdn, row) => {
    expect(summarizeClusters(dump, { fqdn })).toEqual([expect.objectContaining(row)]);
  });

  test('that wait are seen among all', () => {
    const all = summarizeClusters(dump, { fqdn: 'new' }, { all: true });
    expect(all).toEqual([expect.objectContaining({ state: 'warming' })]);
    expect(names({ fqdn: 'new' })).toEqual([]);
  });
});

describe('listeners', () => {
  const named = (name: string, all = false) =>
    summarizeListeners(dump, {}, { all }).filter((row) => row.name === name);

  test('have a type', () => {
    expect(summarizeListeners(dump).map(({ name, type }) => [name, type])).toEqual([
      ['pipe', 'UNKNOWN'],
      ['shelf', 'HTTP+TCP'],
      ['virtualOutbound', 'TCP'],
      ['', 'HTTP'],
    ]);
  });

  test('have chains by destination, the default one among them', () => {
    expect(named('shelf')[0]?.chains.map(({ match, destination }) => `${match} -> ${destination}`)).toEqual([
      'Trans: raw_buffer; App: HTTP -> Route: 9090',
      `SNI: a.example,b.example; Addr: 10.0.0.0/8,10.1.0.0/16:9090 -> Cluster: ${shelf}`,
      'ALL -> Cluster: ',
    ]);
    expect(named('virtualOutbound')[0]?.chains.map(({ match, destination }) => [match, destination])).toEqual(
      [
        ['ALL', 'PassthroughCluster'],
        ['Addr: *:15001', 'Non-HTTP/Non-TCP'],
      ],
    );
    expect(named('')[0]?.chains[0]?.destination).toBe(
      'Inline Route: /stats*, /ready; a.example/b.example regex /x.*',
    );
  });

  test.each<[string, Parameters<typeof summarizeListeners>[1], number]>([
    ['a further address in capitals', { address: 'FD00::9' }, 1],
    ['not a part of an address', { address: '10.96' }, 0],
    ['a type in small letters', { type: 'http+tcp' }, 1],
    ['not a part of a type', { type: 'HTTP+' }, 0],
    ['a port', { port: 15001 }, 1],
  ])('can be filtered by %s', (_, filter, count) => {
    expect(summarizeListeners(dump, filter)).toHaveLength(count);
    expect(selectListeners(dump, filter)).toHaveLength(count);
  });

  test('that wait for a secret, drain or were refused are seen among all', () => {
    expect(named('waiting', true)).toEqual([
      expect.objectContaining({ state: 'warming', waitsFor: ['kubernetes://missing'] }),
    ]);
    expect(named('virtualOutbound', true).map(({ state }) => state)).toEqual(['active', 'draining']);
    expect(named('refused', true)).toEqual([
      expect.objectContaining({ state: 'rejected', error: 'cannot bind', waitsFor: [] }),
    ]);
  });
});

describe('routes', () => {
  test('named by a port come first, by number', () => {
    expect(summarizeRoutes(dump).map(({ name, virtualHosts }) => [name, virtualHosts])).toEqual([
      ['80', 1],
      ['9090', 2],
      ['https', 1],
      ['inbound|8080||', 1],
    ]);
  });

  test('have lines but for those to PassthroughCluster, and one where there are none', () => {
    const lines = (name: string) =>
      summarizeRoutes(dump, { name }).flatMap(({ routes }) =>
        routes.map(({ match, virtualService, action }) => [match, virtualService, action]),
      );
    expect(lines('9090')).toEqual([
      ['PathPrefix:/v2', 'shelf.books', 'one 90, two 10'],
      ['/old', '', 'redirect 302 https://new.example'],
      ['regex /a+', '', 'answer 403'],
    ]);
    expect(lines('https')).toEqual([['/*', '404', '404']]);
    expect(lines('htt')).toEqual([]);
  });

  test.each<[string, readonly string[], string]>([
    ['a single one with a port', ['a:80'], 'a:80'],
    ['none', [], ''],
    ['ports left out', ['a', 'a:80', 'b'], 'a, b'],
    ['longer spellings left out', ['a.ns.svc.cluster.local', 'a.ns.svc', 'a.ns', 'a'], 'a.ns, a'],
    [
      'longer spellings kept where they are the shortest',
      ['a.svc.cluster.local', 'b.svc'],
      'a.svc.cluster.local, b.svc',
    ],
    ['more than two', ['a', 'b', 'c', 'd'], 'a, b + 2 more...'],
    ['IPv6', ['[fd00::1:2]', '[fd00::1:2]:80', '::1:80'], '[fd00::1:2]'],
  ])('shorten domains: %s', (_, domains, shown) => {
    const host = { name: 'h', domains: [...domains] };
    const section = {
      '@type': 'x/envoy.admin.v3.RoutesConfigDump',
      dynamic_route_configs: [{ route_config: { name: 'r', virtual_hosts: [host] } }],
    };
    const [row] = summarizeRoutes(readDump(JSON.stringify({ configs: [section] })));
    expect(row?.routes[0]?.domains).toBe(shown);
  });
});

describe('endpoints', () => {
  test('of /clusters are ordered by address, port and cluster', () => {
    expect(
      summarizeEndpoints(clusters).map(({ endpoint, status, ejected }) => [endpoint, status, ejected]),
    ).toEqual([
      ['10.1.0.7:443', 'UNKNOWN', false],
      ['10.1.0.7:9090', 'UNHEALTHY', true],
      ['envoy://inner/x', 'UNKNOWN', false],
      ['shelf.example', 'UNKNOWN', false],
      ['unix:///run/agent.sock', 'HEALTHY', false],
    ]);
    expect(summarizeEndpoints(dump)).toEqual([]);
  });

  test.each<[string, Parameters<typeof summarizeEndpoints>[1], number, number]>([
    ['an address without port', { address: '10.1.0.7' }, 2, 1],
    ['not an address with port', { address: '10.1.0.7:443' }, 0, 0],
    ['a pipe', { address: 'UNIX:///run/agent.sock' }, 1, 1],
    ['a port', { port: 9090 }, 1, 1],
    ['a cluster in capitals', { cluster: shelf.toUpperCase() }, 2, 1],
    ['not a part of a cluster', { cluster: 'shelf' }, 0, 0],
    ['a status in small letters', { status: 'unknown' }, 3, 2],
  ])('of /clusters can be filtered by %s', (_, filter, rows, wholes) => {
    expect(summarizeEndpoints(clusters, filter)).toHaveLength(rows);
    expect(selectClusterStatuses(clusters, filter)).toHaveLength(wholes);
  });

  test('that were assigned are ordered by cluster', () => {
    expect(
      summarizeAssignments(dump).map(({ endpoint, status, locality }) => [endpoint, status, locality]),
    ).toEqual([
      ['/run/agent.sock', 'HEALTHY', ''],
      ['envoy://inner/10.1.0.7:80', 'HEALTHY', ''],
      ['10.1.0.7:9090', 'UNHEALTHY', 'north/n1'],
      ['10.1.0.8:9090,fd00::8:9090', 'UNKNOWN', 'north/n1'],
      ['10.2.0.7:9091', 'HEALTHY', 'south'],
    ]);
    expect(summarizeAssignments(clusters)).toEqual([]);
  });

  test.each<[string, Parameters<typeof summarizeAssignments>[1], number]>([
    ['an address with port', { address: '10.1.0.7:9090' }, 1],
    ['a further address', { address: 'fd00::8:9090' }, 1],
    ['not an address without port', { address: '10.1.0.7' }, 0],
    ['a port', { port: 9091 }, 1],
    ['a status', { status: 'Healthy' }, 3],
    ['a cluster', { cluster: shelf }, 3],
  ])('that were assigned can be filtered by %s', (_, filter, count) => {
    expect(summarizeAssignments(dump, filter)).toHaveLength(count);
  });

  test('that were assigned are left in their localities, which keep their place', () => {
    const [assignment] = selectAssignments(dump, { port: 9091 });
    const counts = (assignment?.endpoints as JsonObject[]).map(
      ({ lbEndpoints }) => (lbEndpoints as Json[] | undefined)?.length,
    );
    expect(counts).toEqual([undefined, 1]);
  });
});

test('a bootstrap tells versions and identity', () => {
  expect(summarizeBootstrap(dump)).toMatchObject({
    ...{ istioVersion: '1.31.0', proxyVersion: 'abc123', envoyVersion: '1.40.2-dev/Clean/RELEASE' },
    ...{ workload: 'reader', namespace: 'books', discovery: 'istiod.istio-system.svc:15012' },
  });
});

test('extension configurations of all sections are ordered by type and name', () => {
  expect(summarizeEcds(dump).map(({ name, type }) => `${name} ${type}`)).toEqual([
    'stats ',
    'a.own acme.Unknown',
    'books.wasm envoy.extensions.filters.http.wasm.v3.Wasm',
  ]);
});

describe('JSON', () => {
  test('has names in camel case, but for maps, free structures and what is not known', () => {
    const [route] = selectRoutes(dump, { name: '9090' });
    const [, old] = valueAt(route, 'virtualHosts') === undefined ? [] : routesOf(route);
    expect(Object.keys(valueAt(old, 'typedPerFilterConfig') as JsonObject)).toEqual(['my_filter.name']);
    expect(valueAt(old, 'typedPerFilterConfig', 'my_filter.name', 'sourceCode')).toEqual({
      inlineString: 'x',
    });
    expect(valueAt(selectBootstrap(dump), 'bootstrap', 'node', 'metadata', 'snake_key')).toEqual({
      inner_key: 1,
    });
    expect(JSON.stringify(selectEcds(dump))).toContain('"keep_me":true');
    expect(JSON.stringify(selectEcds(dump))).toContain('"keyValues":{"snake_key":"v"}');
  });

  test('has no type of the resource itself, which its place tells', () => {
    expect(selectClusters(dump, { subset: 'v2' })[0]).not.toHaveProperty('@type');
    expect(selectBootstrap(dump)).not.toHaveProperty('@type');
  });

  test('that was printed is read again, with the same rows', () => {
    const again = (list: 'clusters' | 'listeners' | 'routes', printed: object) =>
      readDump(JSON.stringify(printed), { list });
    const plain = <Row extends object>(rows: readonly Row[]) =>
      rows.map((row) => ({ ...row, state: '', lastUpdated: '', error: '' }));
    expect(plain(summarizeClusters(again('clusters', selectClusters(dump))))).toEqual(
      plain(summarizeClusters(dump)),
    );
    expect(plain(summarizeListeners(again('listeners', selectListeners(dump))))).toEqual(
      plain(summarizeListeners(dump)),
    );
    expect(plain(summarizeRoutes(again('routes', selectRoutes(dump))))).toEqual(plain(summarizeRoutes(dump)));
  });

  function routesOf(route: JsonObject | undefined): Json[] {
    const [host] = route?.virtualHosts as JsonObject[];
    return host?.routes as Json[];
  }
});

describe('what is not there', () => {
  const empty = readDump('{"configs":[]}', { name: 'x.json' });
  const nothingIn = (message: string): ProxyDump =>
    readDump(`{"configs":[{"@type":"x/envoy.admin.v3.${message}"}]}`, { name: 'x.json' });

  test.each<[string, (from: ProxyDump) => unknown]>([
    ['clusters', summarizeClusters],
    ['listeners', summarizeListeners],
    ['routes', summarizeRoutes],
    ['bootstrap', summarizeBootstrap],
    ['secrets', (from) => summarizeSecrets(from, new Date(0))],
    ['extension configuration', summarizeEcds],
  ])('is an error for %s', (words, summarize) => {
    expect(() => summarize(empty)).toThrow(new RegExp(`x.json has no section of ${words}`));
  });

  test('is an error where a section lists nothing in use', () => {
    expect(() => summarizeClusters(nothingIn('ClustersConfigDump'))).toThrow(/lists no clusters/);
    expect(() => selectRoutes(nothingIn('RoutesConfigDump'))).toThrow(/lists no routes/);
  });

  test('is no error for endpoints and for secrets that are there but none', () => {
    expect(summarizeAssignments(empty)).toEqual([]);
    expect(summarizeSecrets(nothingIn('SecretsConfigDump'), new Date(0))).toEqual([]);
  });
});

test('any value in any place gives rows or an error that says what to do', () => {
  const parsed = JSON.parse(text) as Json;
  const places = pathsOf(parsed);
  fc.assert(
    fc.property(fc.constantFrom(...places), fc.jsonValue({ maxDepth: 2 }), (place, value) => {
      const changed = structuredClone(parsed);
      replaceAt(changed, place, value as Json);
      for (const summarize of everything) tryTo(() => summarize(readDump(JSON.stringify(changed))));
    }),
    { numRuns: 300 },
  );
});

const everything: readonly ((from: ProxyDump) => unknown)[] = [
  (from) => summarizeClusters(from, {}, { all: true }),
  (from) => summarizeListeners(from, {}, { all: true }),
  (from) => summarizeRoutes(from, {}, { all: true }),
  (from) => summarizeAssignments(from),
  (from) => summarizeBootstrap(from),
  (from) => summarizeEcds(from),
  (from) => summarizeSecrets(from, new Date(0)),
  ...[selectClusters, selectListeners, selectRoutes, selectAssignments, selectBootstrap, selectEcds],
];

function tryTo(summarize: () => unknown): void {
  try {
    expect(summarize()).toBeDefined();
  } catch (error) {
    expect(error).toBeInstanceOf(MeshctlError);
  }
}

type Place = readonly (string | number)[];

function pathsOf(value: Json, at: Place = []): Place[] {
  if (typeof value !== 'object' || value === null) return [at];
  return [at, ...Object.entries(value).flatMap(([key, inner]) => pathsOf(inner, [...at, key]))];
}

function replaceAt(value: Json, [first, ...rest]: Place, by: Json): void {
  if (first === undefined || typeof value !== 'object' || value === null) return;
  if (rest.length === 0) Reflect.set(value, first, by);
  else replaceAt(Reflect.get(value, first) as Json, rest, by);
}
