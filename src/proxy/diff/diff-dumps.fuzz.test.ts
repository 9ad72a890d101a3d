import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Json, JsonObject } from '../../resources/index.ts';
import { readDump } from '../index.ts';
import { diffDumps, type DiffOptions } from './index.ts';

const type = (name: string): string => `type.googleapis.com/envoy.admin.v3.${name}ConfigDump`;

const name = fc.stringMatching(/^[a-z|.]{1,6}$/);
type Named = JsonObject & { readonly name: string };
const named = (fields: Record<string, fc.Arbitrary<Json>>): fc.Arbitrary<Named[]> => {
  const message = fc.record({ name, ...fields }) as fc.Arbitrary<Named>;
  return fc.uniqueArray(message, { selector: (each) => each.name, maxLength: 4 });
};
const other = fc.jsonValue({ maxDepth: 2 }) as fc.Arbitrary<Json>;

const clusters = named({ connect_timeout: name, metadata: other });
const routes = named({
  virtual_hosts: named({
    domains: fc.uniqueArray(name, { maxLength: 3 }),
    routes: fc.array(fc.record({ match: fc.record({ prefix: name }), metadata: other }), { maxLength: 3 }),
  }),
});
const endpoint = fc
  .record({ address: name, port_value: fc.nat(9) })
  .map((socket_address) => ({ endpoint: { address: { socket_address } } }));
const endpoints = fc.uniqueArray(
  fc.record({
    cluster_name: name,
    endpoints: fc.uniqueArray(
      fc.record({
        locality: fc.record({ region: name }),
        lb_endpoints: fc.array(endpoint, { maxLength: 3 }),
      }),
      { selector: ({ locality }) => locality.region, maxLength: 3 },
    ),
  }),
  { selector: ({ cluster_name }) => cluster_name, maxLength: 4 },
);
const listeners = named({ filter_chains: named({ filters: named({ typed_config: other }) }) });

const proxy = fc.record({ clusters, routes, endpoints, listeners });
type Proxy = typeof proxy extends fc.Arbitrary<infer T> ? T : never;

/** What Envoy says of a proxy at a moment. */
function sectionsOf({ clusters, routes, endpoints, listeners }: Proxy, at: string): JsonObject[] {
  const said = { last_updated: at, version_info: `version ${at}` };
  return [
    {
      '@type': type('Clusters'),
      version_info: at,
      dynamic_active_clusters: clusters.map((cluster) => ({ cluster, ...said })),
    },
    {
      '@type': type('Endpoints'),
      dynamic_endpoint_configs: endpoints.map((endpoint_config) => ({ endpoint_config })),
    },
    {
      '@type': type('Listeners'),
      version_info: at,
      dynamic_listeners: listeners.map((listener) => ({
        name: listener.name,
        active_state: { listener, ...said },
      })),
    },
    {
      '@type': type('Routes'),
      dynamic_route_configs: routes.map((route_config) => ({ route_config, ...said })),
    },
  ];
}

const dumpOf = (configs: Json): string => JSON.stringify({ configs });

/** Names of lists in which the order says nothing. */
const unordered = /^(configs|dynamic_.*|virtual_hosts|domains|endpoints|lb_endpoints)$/;

/** The same with keys of objects, and lists without order, in the order of random numbers. */
function shuffled(value: Json, random: () => number, field = ''): Json {
  if (Array.isArray(value)) {
    const items = value.map((item) => shuffled(item, random));
    return unordered.test(field) ? inRandomOrder(items, random) : items;
  }
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).map(([key, inner]): [string, Json] => [
    key,
    key === 'metadata' || key === 'typed_config' ? inner : shuffled(inner, random, key),
  ]);
  return Object.fromEntries(inRandomOrder(entries, random));
}

function inRandomOrder<T>(items: readonly T[], random: () => number): T[] {
  return items
    .map((item) => ({ item, rank: random() }))
    .sort((a, b) => a.rank - b.rank)
    .map(({ item }) => item);
}

function namesOf(before: string, after: string, options: DiffOptions = {}): string[] {
  const { added, removed, changed } = diffDumps(readDump(before), readDump(after), options);
  return [...added, ...removed, ...changed].map(({ kind, name: each }) => `${kind}/${each}`);
}

test('nothing differs between a dump and itself, noise or not', () => {
  fc.assert(
    fc.property(proxy, fc.boolean(), (given, includeNoise) => {
      const text = dumpOf(sectionsOf(given, '1'));
      expect(namesOf(text, text, { includeNoise })).toEqual([]);
    }),
  );
});

test('nothing differs between a dump and a shuffled copy, its sections and keys included', () => {
  fc.assert(
    fc.property(proxy, fc.infiniteStream(fc.nat()), (given, numbers) => {
      const random = (): number => numbers.next().value as number;
      const sections = sectionsOf(given, '1');
      expect(namesOf(dumpOf(sections), dumpOf(shuffled(sections, random, 'configs')))).toEqual([]);
    }),
  );
});

test('nothing differs from the same proxy at another time but noise', () => {
  fc.assert(
    fc.property(proxy, (given) => {
      const [text, later] = [dumpOf(sectionsOf(given, '1')), dumpOf(sectionsOf(given, '2'))];
      expect(namesOf(text, later)).toEqual([]);
      const told = namesOf(text, later, { includeNoise: true }).length;
      expect(told).toBe(given.clusters.length + given.listeners.length + given.routes.length);
    }),
  );
});

test('exactly the resource that is changed is told', () => {
  fc.assert(
    fc.property(proxy, fc.nat(), (given, chosen) => {
      const place = chosen % Math.max(1, given.clusters.length);
      const changed = given.clusters.map((each, index) =>
        index === place ? { ...each, connect_timeout: 'other' } : each,
      );
      expect(
        namesOf(dumpOf(sectionsOf(given, '1')), dumpOf(sectionsOf({ ...given, clusters: changed }, '2'))),
      ).toEqual(given.clusters.slice(place, place + 1).map((each) => `cluster/${each.name}`));
    }),
  );
});
