import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { MeshctlError } from '../../errors.ts';
import type { Json } from '../../resources/index.ts';
import { readDump } from '../dump/read-dump.ts';
import { sampleDump, sampleText } from './testing/sample-dump.ts';
import { viewModel } from './view-model.ts';
import type { ViewModel, ViewNode } from './view.ts';

const dump = readDump(readFileSync('testdata/proxy/config-dump.json'));
const statuses = readDump(readFileSync('testdata/proxy/clusters.json'));
const model = viewModel(dump, { statuses });

const nodeOf = ({ nodes }: ViewModel, id: string): ViewNode => {
  const found = nodes.find((node) => node.id === id);
  if (found === undefined) throw new Error(`there is no ${id}`);
  return found;
};
const messagesOf = (of: ViewModel, id: string): string[] =>
  nodeOf(of, id).problems.map(({ severity, message }) => `${severity}: ${message}`);
const leadsTo = ({ nodes, edges }: ViewModel, id: string): string[] =>
  edges
    .filter(({ from }) => nodes[from]?.id === id)
    .map(({ to, label }) => `${nodes[to]?.id ?? ''} ${label}`.trim());

const shelf = 'cluster/outbound|9090||shelf.books.svc.cluster.local';

describe('the graph', () => {
  test.each<[string, string, string[]]>([
    ['a chain to the configuration it gets by RDS', 'listener/shelf/0', ['routes/9090']],
    ['a chain to the configuration that stands in it', 'listener/shelf/1', ['routes/inline@22']],
    ['a chain to a cluster by weight', 'listener/shelf/default_filter_chain', ['cluster/a@missing weight 1']],
    [
      'a route to the clusters it chooses from',
      'routes/9090/shelf.books.svc.cluster.local:9090/0',
      ['cluster/one@missing weight 90', 'cluster/two@missing weight 10'],
    ],
    ['a redirect to nothing', 'routes/9090/shelf.books.svc.cluster.local:9090/1', []],
    ['a route of an inline configuration', 'routes/inline@22/all/0', [shelf]],
  ])('leads from %s', (_, from, expected) => {
    expect(leadsTo(model, from)).toEqual(expected);
  });

  test('has each part below what it is a part of', () => {
    for (const { parent, id } of model.nodes) {
      if (parent !== undefined) expect(id.startsWith(`${model.nodes[parent]?.id ?? '?'}/`)).toBe(true);
    }
    expect(new Set(model.nodes.map(({ id }) => id)).size).toBe(model.nodes.length);
  });

  test('tells of the proxy by its bootstrap', () => {
    expect(model.proxy).toBe('reader-0.books');
    expect(model.facts).toContainEqual(['Istio', '1.31.0']);
  });

  test.each([
    ['of a chain', 'listener/shelf/1', { filter_chain_match: { destination_port: 9090 } }],
    ['of a route', 'routes/9090/shelf.books.svc.cluster.local:9090/2', { direct_response: { status: 403 } }],
    ['of an endpoint', `${shelf}/10.2.0.7:9091`, { endpoint: {} }],
  ])('has the JSON %s', (_, id, expected) => {
    const [source] = nodeOf(model, id).sources;
    const whole: Json | undefined = model.documents[source?.document ?? -1]?.json();
    const value = source?.path.reduce<unknown>(
      (inner, field) => (inner as Record<string | number, unknown>)[field],
      whole,
    );
    expect(value).toMatchObject(expected);
  });

  test('shares one inline configuration between chains that repeat it', () => {
    const route_config = { name: 'in', virtual_hosts: [] };
    const chain = { filters: [{ typed_config: { route_config } }] };
    const listener = { name: 'a', filter_chains: [chain, chain] };
    const shared = viewModel(
      readDump(
        JSON.stringify({
          configs: [
            { '@type': 'x/envoy.admin.v3.ListenersConfigDump', static_listeners: [{ listener }] },
            { '@type': 'x/envoy.admin.v3.RoutesConfigDump', static_route_configs: [{ route_config }] },
          ],
        }),
      ),
    );
    expect(shared.nodes.filter(({ kind }) => kind === 'routes')).toHaveLength(1);
    expect(shared.edges).toHaveLength(2);
  });
});

describe('problems', () => {
  test.each<[string, string, string[]]>([
    [
      'a cluster that is missing',
      'routes/80/v6/0',
      ['error: the cluster x is missing: the proxy does not have it'],
    ],
    ['a refused update', shelf, ['error: Envoy refused an update of it: unknown lb policy']],
    ['a listener that was refused', 'listener/refused@rejected', ['error: Envoy refused it: cannot bind']],
    [
      'a listener that waits for a secret',
      'listener/waiting@warming',
      ['warning: it is not in use yet: it waits for kubernetes://missing'],
    ],
    [
      'a cluster without endpoints',
      'cluster/outbound|9090|v2|shelf.books.svc.cluster.local',
      ['warning: it has no endpoint: requests are answered with 503'],
    ],
    [
      'an endpoint that gets no requests',
      `${shelf}/10.1.0.7:9090`,
      ['warning: it gets no requests: ejected by outlier detection'],
    ],
    ['nothing of what answers by itself', 'cluster/BlackHoleCluster', []],
    [
      'nothing of a cluster of original destinations',
      'cluster/outbound|10000||shelf.books.svc.cluster.local',
      [],
    ],
    ['nothing of a listener that drains', 'listener/virtualOutbound@draining', []],
  ])('tell of %s', (_, id, expected) => {
    expect(messagesOf(model, id)).toEqual(expected);
  });

  test('do not blame a section that the dump lacks', () => {
    const { configs } = JSON.parse(sampleText()) as { configs: Json[] };
    const only = (index: number): ViewModel =>
      viewModel(readDump(JSON.stringify({ configs: [configs[index]] })));
    expect(only(1).nodes.flatMap(({ problems }) => problems)).toEqual([]);
    expect(only(2).nodes.flatMap(({ problems }) => problems)).toEqual([]);
    expect(nodeOf(only(0), 'cluster/web')).toMatchObject({ health: 'unknown' });
  });
});

describe('the health of a cluster', () => {
  const [well, ill] = ['HEALTHY', 'UNHEALTHY'];
  const at = (...health: string[]) => health.map((each, i) => ({ address: `10.1.0.${i}`, health: each }));
  const host = (i: number, health: object): Json => ({
    address: { socket_address: { address: `10.1.0.${i}`, port_value: 8080 } },
    health_status: { eds_health_status: 'HEALTHY', ...health },
  });

  test.each<[string, ReturnType<typeof at>, Json[] | undefined, string, string]>([
    ['all are healthy', at(well, well), undefined, 'healthy', '2 of 2 healthy'],
    ['one says nothing', at(''), undefined, 'healthy', '1 of 1 healthy'],
    ['one of two is', at(well, ill), undefined, 'degraded', '1 of 2 healthy'],
    ['one drains and one is degraded', at('DRAINING', 'DEGRADED'), undefined, 'degraded', '0 of 2 healthy'],
    ['none is', at(ill, 'TIMEOUT'), undefined, 'unhealthy', '0 of 2 healthy'],
    ['there are none', [], undefined, 'unhealthy', 'no endpoint'],
    [
      'Envoy ejects one',
      at(well, well),
      [host(0, { failed_outlier_check: true })],
      'degraded',
      '1 of 2 healthy',
    ],
    ['Envoy knows one more', at(well), [host(0, {}), host(1, {})], 'healthy', '2 of 2 healthy'],
    [
      'Envoy finds all ill',
      at(well),
      [host(0, { failed_active_health_check: true })],
      'unhealthy',
      '0 of 1 healthy',
    ],
  ])('when %s', (_, endpoints, seen, health, words) => {
    const sample = viewModel(sampleDump({ endpoints, ...(seen !== undefined && { statuses: seen }) }));
    const node = nodeOf(sample, 'cluster/web');
    expect([node.health, node.note.split(' · ')[0]]).toEqual([health, words]);
  });
});

test('leaves secrets out unless they are wanted', () => {
  const textOf = ({ nodes, documents }: ViewModel): string =>
    JSON.stringify([nodes, documents.map(({ json }) => json())]);
  expect(textOf(viewModel(sampleDump()))).not.toContain('hunter2');
  expect(textOf(viewModel(sampleDump(), { showSecrets: true })).split('hunter2')).toHaveLength(3);
});

test('takes any value anywhere: there is a graph, or an error that explains itself', () => {
  const text = readFileSync('testdata/proxy/config-dump.json', 'utf8');
  const places = pathsIn(JSON.parse(text) as Json);
  fc.assert(
    fc.property(fc.nat(places.length - 1), fc.jsonValue({ maxDepth: 2 }), (place, wrong) => {
      const changed = JSON.parse(text) as Json;
      put(changed, places[place] ?? [], wrong as Json);
      expect(outcome(JSON.stringify(changed))).toMatch(/^(graph|input)$/);
    }),
    { numRuns: 300 },
  );
});

function outcome(text: string): string {
  try {
    const { documents } = viewModel(readDump(text));
    for (const { json } of documents) json();
    return 'graph';
  } catch (error) {
    return error instanceof MeshctlError ? error.code : String(error);
  }
}

/** Every place below the sections. */
function pathsIn(value: unknown, path: readonly string[] = []): string[][] {
  if (typeof value !== 'object' || value === null) return path.length > 3 ? [[...path]] : [];
  const own = path.length > 3 ? [[...path]] : [];
  return [...own, ...Object.entries(value).flatMap(([key, inner]) => pathsIn(inner, [...path, key]))];
}

function put(value: unknown, path: readonly string[], wrong: Json): void {
  let holder = value as Record<string, unknown>;
  for (const key of path.slice(0, -1)) holder = holder[key] as Record<string, unknown>;
  holder[path.at(-1) ?? ''] = wrong;
}
