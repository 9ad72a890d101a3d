import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
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
  afterAll(() => {
    rmSync(folder, { recursive: true, force: true });
  });
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
  });

  it('of authorities are the same in another order, and told when one is another', () => {
    root('three');
    root('four');
    const pem = (name: string): string => readFileSync(join(folder, `${name}.pem`), 'utf8');
    const trusted = (...names: readonly string[]): Parts => {
      const inline_bytes = Buffer.from(names.map(pem).join('\n')).toString('base64');
      const body = { name: 'ROOTCA', validation_context: { trusted_ca: { inline_bytes } } };
      return { secrets: [{ name: 'ROOTCA', secret: body }] };
    };
    expect(told(trusted('three', 'four'), trusted('four', 'three'))).toEqual([]);
    expect(told(trusted('three'), trusted('four'))).toEqual([
      expect.stringMatching(/^~ secret ROOTCA: trusted\[0\] [0-9A-F:]+ -> [0-9A-F:]+$/),
    ]);
  });

  it('that cannot be read are compared as they are', () => {
    expect(told({ secrets: [secret('no certificate')] }, { secrets: [secret('none either')] })).toHaveLength(
      1,
    );
  });
});

it('gives a patch with fields by name and sets in order', () => {
  const before = { endpoints: [endpoints('10.0.0.2', '10.0.0.1')], clusters: [cluster('cart', { z: 1 })] };
  const after = { endpoints: [endpoints('10.0.0.1', '10.0.0.2')], clusters: [cluster('cart', { z: 2 })] };
  const text = patchText(diffDumps(readDump(dumpOf(before)), readDump(dumpOf(after))));
  expect(text).toContain('--- a/cluster/cart');
  expect(text).toContain('-  "z": 1\n+  "z": 2');
  expect(text).not.toContain('endpoint');
});

describe('with noise, it also tells of', () => {
  const configs = (...list: readonly object[]) => readDump(JSON.stringify({ configs: list }));
  const lines = (before: object[], after: object[]): string[] =>
    formatDiff(diffDumps(configs(...before), configs(...after), { includeNoise: true }), paint(false))
      .split('\n')
      .slice(0, -1);
  const clusters = (...names: readonly string[]) => ({
    '@type': type('Clusters'),
    static_clusters: names.map((name) => ({ cluster: { name } })),
  });
  const bootstrap = (id: string) => ({ '@type': type('Bootstrap'), bootstrap: { node: { id } } });
  const inline = (...names: readonly string[]) => ({
    '@type': type('Routes'),
    static_route_configs: names.map((name) => ({ route_config: { name } })),
  });

  it.each<[string, object[], object[], string]>([
    ['the bootstrap', [bootstrap('a')], [bootstrap('b')], '~ bootstrap bootstrap: bootstrap.node.id a -> b'],
    [
      'the order of sections',
      [clusters(), bootstrap('a')],
      [bootstrap('a'), clusters()],
      '~ section envoy.admin.v3.ClustersConfigDump: place in the dump moved',
    ],
    [
      'the order of resources',
      [clusters('a', 'b')],
      [clusters('b', 'a')],
      '~ cluster a: place in the dump moved',
    ],
    ['inline routes that are there twice', [inline('in')], [inline('in', 'in')], '+ route in #2'],
  ])('%s', (_, before, after, line) => {
    expect(lines(before, after)).toEqual([line]);
    expect(formatDiff(diffDumps(configs(...before), configs(...after)), paint(false))).toBe('');
  });
});

it('compares the extension configurations of all their sections', () => {
  const section = (name: string, version: string) => ({
    '@type': type('Ecds'),
    ecds_filters: [{ ecds_filter: { name, typed_config: { '@type': 'x/Y', version } } }],
  });
  const dump = (version: string) =>
    readDump(JSON.stringify({ configs: [section('http', version), section('network', '1')] }));
  expect(diffDumps(dump('1'), dump('2')).changed).toMatchObject([{ kind: 'ecds', name: 'http' }]);
});
