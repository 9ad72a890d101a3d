import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { paint } from '../../output/index.ts';
import type { Json } from '../../resources/index.ts';
import { readDump } from '../index.ts';
import { diffDumps, formatDiff, patchText, type DiffOptions } from './index.ts';

type Message = Readonly<Record<string, Json>>;

interface Parts {
  readonly clusters?: readonly Message[];
  readonly listeners?: readonly Message[];
  readonly routes?: readonly Message[];
  readonly inlineRoutes?: readonly Message[];
  readonly endpoints?: readonly Message[];
  readonly secrets?: readonly Message[];
  readonly at?: string;
}

const type = (name: string): string => `type.googleapis.com/envoy.admin.v3.${name}ConfigDump`;

/** A dump as Envoy writes it. */
function dumpOf(parts: Parts): string {
  const at = { last_updated: parts.at ?? '2026-01-01T00:00:00Z' };
  const items = (field: string, messages: readonly Message[] = []): Json[] =>
    messages.map((message) => ({ [field]: message, ...at }));
  return JSON.stringify({
    configs: [
      {
        '@type': type('Clusters'),
        version_info: at.last_updated,
        dynamic_active_clusters: items('cluster', parts.clusters),
      },
      { '@type': type('Endpoints'), dynamic_endpoint_configs: items('endpoint_config', parts.endpoints) },
      { '@type': type('Listeners'), dynamic_listeners: parts.listeners ?? [] },
      {
        '@type': type('Routes'),
        static_route_configs: items('route_config', parts.inlineRoutes),
        dynamic_route_configs: items('route_config', parts.routes),
      },
      { '@type': type('Secrets'), dynamic_active_secrets: parts.secrets ?? [] },
    ],
  });
}

function told(before: Parts, after: Parts, options: DiffOptions = {}): string[] {
  const diff = diffDumps(readDump(dumpOf(before)), readDump(dumpOf(after)), options);
  return formatDiff(diff, paint(false)).split('\n').slice(0, -1);
}

const cluster = (name: string, more: Message = {}): Message => ({
  name,
  type: 'EDS',
  connect_timeout: '10s',
  ...more,
});
const route = (name: string, prefix: string, target: string): Message => ({
  name,
  match: { prefix },
  route: { cluster: target, timeout: '0s' },
});
const virtualHost = (name: string, domains: readonly string[], routes: readonly Message[]): Message =>
  ({ name, domains, routes }) as unknown as Message;
const routes = (...hosts: readonly Message[]): Message =>
  ({ name: '80', virtual_hosts: hosts }) as unknown as Message;
const endpoint = (address: string): Message => ({
  endpoint: { address: { socket_address: { address, port_value: 8080 } } },
});
const endpoints = (...addresses: readonly string[]): Message => ({
  cluster_name: 'cart',
  endpoints: [{ locality: { region: 'r1' }, lb_endpoints: addresses.map(endpoint) }],
});
const listener = (name: string, state: string, more: Message = {}): Message => ({
  name,
  [state]: { listener: { name, ...more } },
});

describe('what is different', () => {
  it.each<[string, Parts, Parts, string[]]>([
    [
      'a field of a cluster',
      { clusters: [cluster('cart')] },
      { clusters: [cluster('cart', { connect_timeout: '1s' })] },
      ['~ cluster cart: connect_timeout 10s -> 1s'],
    ],
    [
      'clusters that one dump has',
      { clusters: [cluster('old'), cluster('cart')] },
      { clusters: [cluster('cart'), cluster('new')] },
      ['- cluster old', '+ cluster new'],
    ],
    [
      'a field that is new',
      { clusters: [cluster('cart')] },
      { clusters: [cluster('cart', { lb_policy: 'RANDOM' })] },
      ['~ cluster cart: lb_policy added: RANDOM'],
    ],
    [
      'an endpoint, by its address',
      { endpoints: [endpoints('10.0.0.1', '10.0.0.2')] },
      { endpoints: [endpoints('10.0.0.2', '10.0.0.3')] },
      [
        '~ endpoint cart: endpoints[r1//].lb_endpoints[10.0.0.1:8080] removed: {"endpoint":{"address":{"socket_address":{"address":"10.0.0.1","port_value":8080}}}}',
        '~ endpoint cart: endpoints[r1//].lb_endpoints[10.0.0.3:8080] added: {"endpoint":{"address":{"socket_address":{"address":"10.0.0.3","port_value":8080}}}}',
      ],
    ],
    [
      'a route of a virtual host, by their names',
      { routes: [routes(virtualHost('cart:80', ['cart'], [route('default', '/', 'cart')]))] },
      { routes: [routes(virtualHost('cart:80', ['cart'], [route('default', '/', 'cart-v2')]))] },
      ['~ route 80: virtual_hosts[cart:80].routes[default].route.cluster cart -> cart-v2'],
    ],
    [
      'the order of routes',
      { routes: [routes(virtualHost('a', ['a'], [route('x', '/x', 'x'), route('y', '/y', 'y')]))] },
      { routes: [routes(virtualHost('a', ['a'], [route('y', '/y', 'y'), route('x', '/x', 'x')]))] },
      ['~ route 80: virtual_hosts[a].routes[x] moved'],
    ],
    [
      'an update that was refused',
      { listeners: [listener('in', 'active_state')] },
      {
        listeners: [
          {
            ...listener('in', 'active_state'),
            error_state: { details: 'no such filter', last_update_attempt: '' },
          },
        ],
      },
      ['! listener in: an update was refused after, the version before it stays in use: no such filter'],
    ],
  ])('tells of %s', (_, before, after, lines) => {
    expect(told(before, after)).toEqual(lines);
  });
});

describe('what is the same', () => {
  it.each<[string, Parts, Parts]>([
    [
      'times and versions',
      { clusters: [cluster('cart')] },
      { clusters: [cluster('cart')], at: '2026-02-02T00:00:00Z' },
    ],
    [
      'resources in another order',
      { clusters: [cluster('a'), cluster('b')] },
      { clusters: [cluster('b'), cluster('a')] },
    ],
    [
      'endpoints in another order',
      { endpoints: [endpoints('10.0.0.1', '10.0.0.2')] },
      { endpoints: [endpoints('10.0.0.2', '10.0.0.1')] },
    ],
    [
      'domains and virtual hosts in another order',
      { routes: [routes(virtualHost('a', ['a', 'a.b'], []), virtualHost('c', ['c'], []))] },
      { routes: [routes(virtualHost('c', ['c'], []), virtualHost('a', ['a.b', 'a'], []))] },
    ],
    [
      'a listener that drains',
      { listeners: [listener('in', 'active_state')] },
      {
        listeners: [
          { ...listener('in', 'active_state'), draining_state: { listener: { name: 'in', x: 1 } } },
        ],
      },
    ],
    ['inline routes', { inlineRoutes: [] }, { inlineRoutes: [routes()] }],
  ])('keeps silent about %s', (_, before, after) => {
    expect(told(before, after)).toEqual([]);
    expect(told(after, before)).toEqual([]);
  });

  it('is told with includeNoise', () => {
    const later = { clusters: [cluster('cart')], at: '2026-02-02T00:00:00Z' };
    expect(told({ clusters: [cluster('cart')] }, later, { includeNoise: true })).toEqual([
      '~ cluster cart: last_updated 2026-01-01T00:00:00Z -> 2026-02-02T00:00:00Z',
    ]);
    const draining = { ...listener('in', 'active_state'), draining_state: { listener: { name: 'in' } } };
    expect(
      told(
        { listeners: [listener('in', 'active_state')] },
        { listeners: [draining] },
        { includeNoise: true },
      ),
    ).toEqual(['+ listener in (draining)']);
  });
});

describe('certificates', () => {
  const folder = mkdtempSync(join(tmpdir(), 'meshctl-diff-'));
  const openssl = (...args: readonly string[]): string =>
    execFileSync('openssl', args, { cwd: folder, stdio: ['ignore', 'pipe', 'ignore'] }).toString();
  const root = (name: string): void => {
    openssl(
      'req',
      '-x509',
      '-newkey',
      'ec',
      '-pkeyopt',
      'ec_paramgen_curve:P-256',
      '-nodes',
      '-keyout',
      `${name}.key`,
      '-out',
      `${name}.pem`,
      '-subj',
      `/O=${name}`,
      '-days',
      '9',
    );
  };
  const leaf = (identity: string, issuer: string): string => {
    openssl(
      'req',
      '-newkey',
      'ec',
      '-pkeyopt',
      'ec_paramgen_curve:P-256',
      '-nodes',
      '-keyout',
      'leaf.key',
      '-out',
      'leaf.csr',
      '-subj',
      '/',
      '-addext',
      `subjectAltName=URI:${identity}`,
    );
    openssl(
      'x509',
      '-req',
      '-in',
      'leaf.csr',
      '-CA',
      `${issuer}.pem`,
      '-CAkey',
      `${issuer}.key`,
      '-copy_extensions',
      'copy',
      '-out',
      'leaf.pem',
      '-days',
      '3',
    );
    return readFileSync(join(folder, 'leaf.pem'), 'utf8');
  };
  const secret = (...pems: readonly string[]): Message => ({
    name: 'default',
    secret: {
      name: 'default',
      tls_certificate: { certificate_chain: { inline_bytes: Buffer.from(pems.join('')).toString('base64') } },
    },
  });
  const cart = 'spiffe://cluster.local/ns/shop/sa/cart';

  it('are the same when they are issued again, not when identity or issuer change', () => {
    root('one');
    root('two');
    const first = { secrets: [secret(leaf(cart, 'one'))] };
    expect(told(first, { secrets: [secret(leaf(cart, 'one'))] })).toEqual([]);
    expect(told(first, { secrets: [secret(leaf(`${cart}2`, 'one'))] })).toEqual([
      `~ secret default: subject_alt_names URI:${cart} -> URI:${cart}2`,
    ]);
    expect(told(first, { secrets: [secret(leaf(cart, 'two'))] })).toEqual([
      '~ secret default: issuer O=one -> O=two',
    ]);
    rmSync(folder, { recursive: true, force: true });
  });

  it('that cannot be read are compared as they are', () => {
    expect(told({ secrets: [secret('no certificate')] }, { secrets: [secret('none either')] })).toHaveLength(
      1,
    );
  });
});

it('finds nothing between a dump and a shuffled copy of it', () => {
  const names = fc.uniqueArray(fc.stringMatching(/^[a-z|.]{1,12}$/), { minLength: 1, maxLength: 12 });
  fc.assert(
    fc.property(names, fc.infiniteStream(fc.nat()), (given, numbers) => {
      const shuffled = given
        .map((name) => ({ name, rank: numbers.next().value as number }))
        .sort((a, b) => a.rank - b.rank)
        .map(({ name }) => name);
      const parts = (list: readonly string[]): Parts => ({ clusters: list.map((name) => cluster(name)) });
      expect(told(parts(given), parts(shuffled))).toEqual([]);
    }),
  );
});

it('gives a patch with fields by name and sets in order', () => {
  const before = { endpoints: [endpoints('10.0.0.2', '10.0.0.1')], clusters: [cluster('cart', { z: 1 })] };
  const after = { endpoints: [endpoints('10.0.0.1', '10.0.0.2')], clusters: [cluster('cart', { z: 2 })] };
  const text = patchText(diffDumps(readDump(dumpOf(before)), readDump(dumpOf(after))));
  expect(text).toContain('--- a/cluster/cart');
  expect(text).toContain('-  "z": 1\n+  "z": 2');
  expect(text).not.toContain('endpoint');
});
