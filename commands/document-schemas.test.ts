import { readdirSync, readFileSync } from 'node:fs';
import { Ajv, type ValidateFunction } from 'ajv';
import { describe, expect, test } from 'vitest';
import { run } from './testing/run.ts';
import { temporaryFolder } from './testing/temporary-folder.ts';

/** Every object of the schema closed, so that a field without a description fails. */
function closed(name: string): ValidateFunction {
  const text = readFileSync(new URL(`../docs/schemas/${name}.json`, import.meta.url), 'utf8');
  const strict = text.replaceAll('"properties": {', '"additionalProperties": false, "properties": {');
  return new Ajv({ allErrors: true, strict: false }).compile(JSON.parse(strict) as object);
}

const schemas = {
  ProxySync: closed('proxy-sync'),
  ProxyDiff: closed('proxy-diff'),
  ProxyPolicyList: closed('proxy-policy-list'),
  Trace: closed('trace'),
};
type Kind = keyof typeof schemas;

function problemsOf(kind: Kind, document: unknown): string[] {
  const validate = schemas[kind];
  validate(document);
  return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message ?? ''}`);
}

const admin = 'type.googleapis.com/envoy.admin.v3.';
const filters = 'type.googleapis.com/envoy.extensions.filters.';

const policies = (...names: readonly string[]) =>
  Object.fromEntries(
    names.map((name) => [name, { permissions: [{ any: true }], principals: [{ any: true }] }]),
  );
const rbac = {
  name: 'envoy.filters.http.rbac',
  typed_config: {
    '@type': `${filters}http.rbac.v3.RBAC`,
    rules: { action: 'DENY', policies: policies('ns[shop]-policy[shut]-rule[0]') },
  },
};
const routes = [
  { match: { path: '/teapot' }, direct_response: { status: 418 } },
  { match: { path: '/old' }, redirect: { path_redirect: '/new' } },
  { match: { path: '/gone' }, route: { cluster: 'gone' } },
  { match: { path: '/hole' }, route: { cluster: 'BlackHoleCluster' } },
  { match: { path: '/empty' }, route: { cluster: 'empty' } },
  { match: { path: '/away' }, route: { cluster: 'PassthroughCluster' } },
  {
    match: { prefix: '/half', runtime_fraction: { default_value: { numerator: 50 } } },
    route: {
      weighted_clusters: {
        clusters: [
          { name: 'shop', weight: 1 },
          { name: 'empty', weight: 2 },
        ],
      },
    },
  },
  { match: { prefix: '/' }, route: { cluster: 'shop' } },
];
const listener = (name: string, port: number, httpFilters: readonly object[]) => ({
  name,
  address: { socket_address: { address: '0.0.0.0', port_value: port } },
  filter_chains: [
    {
      filters: [
        {
          name: 'http',
          typed_config: {
            '@type': `${filters}network.http_connection_manager.v3.HttpConnectionManager`,
            http_filters: httpFilters,
            route_config: { virtual_hosts: [{ name: 'shop', domains: ['shop.example'], routes }] },
          },
        },
      ],
    },
  ],
});
const active = (of: object) => ({
  name: (of as { name: string }).name,
  active_state: { listener: of, last_updated: '2030-05-01T12:00:00Z' },
});
const refused = {
  name: 'late',
  error_state: {
    failed_configuration: {},
    last_update_attempt: '2030-05-01T12:00:00Z',
    details: 'no such field',
  },
};
const endpoint = { endpoint: { address: { socket_address: { address: '10.0.0.9', port_value: 80 } } } };

function dump(timeout: string, listeners: readonly object[], more: readonly object[] = []): string {
  const clusters = [
    {
      name: 'shop',
      connect_timeout: timeout,
      load_assignment: { endpoints: [{ lb_endpoints: [endpoint] }] },
    },
    { name: 'empty', load_assignment: { endpoints: [] } },
    { name: 'BlackHoleCluster', type: 'STATIC' },
    { name: 'PassthroughCluster', type: 'ORIGINAL_DST' },
    ...more,
  ];
  return JSON.stringify({
    configs: [
      {
        '@type': `${admin}ClustersConfigDump`,
        dynamic_active_clusters: clusters.map((cluster) => ({
          cluster,
          last_updated: '2030-05-01T12:00:00Z',
        })),
      },
      { '@type': `${admin}ListenersConfigDump`, dynamic_listeners: listeners },
    ],
  });
}

const files = {
  'before.json': dump('10s', [active(listener('web', 80, []))], [{ name: 'old' }]),
  'after.json': dump(
    '1s',
    [active(listener('web', 80, [])), active(listener('shut', 81, [rbac])), refused],
    [{ name: 'new' }],
  ),
};

async function documentOf(argv: readonly string[]): Promise<Record<string, unknown>> {
  const { out } = await run([...argv, '-o', 'json'], { cwd: await temporaryFolder(files) });
  return JSON.parse(out) as Record<string, unknown>;
}

const sync = ['proxy-status', '--file', 'after.json', '--control-plane', 'before.json'];
const diff = ['proxy-config', 'diff', 'before.json', 'after.json'];
const check = ['authz', 'check', '-f', 'after.json'];
const trace = (line: string): string[] => ['proxy-config', 'trace', '-f', 'after.json', '--request', line];

describe('what is printed is what the published schema promises', () => {
  test.each<[string, Kind, readonly string[], object]>([
    [
      'differences from the control plane',
      'ProxySync',
      sync,
      { inSync: false, rejected: [{ name: 'late' }] },
    ],
    ['no differences', 'ProxySync', [...sync, '--file', 'before.json'], { inSync: true }],
    ['differences of dumps', 'ProxyDiff', diff, { rejectedAfter: [{ hasActive: false }], unchanged: 4 }],
    ['policies', 'ProxyPolicyList', check, { policies: [{ policy: 'shut.shop', listeners: ['shut'] }] }],
  ])('%s', async (_, kind, argv, part) => {
    const document = await documentOf(argv);
    expect(problemsOf(kind, document)).toEqual([]);
    expect(document).toMatchObject({ apiVersion: 'meshctl.dev/v1', kind, ...part });
  });

  test.each([
    ['GET http://shop.example/', 'reaches'],
    ['GET http://shop.example/away', 'passthrough'],
    ['GET http://shop.example/old', 'redirect'],
    ['GET http://shop.example/teapot', 'direct-response'],
    ['GET http://other.example/', 'no-route'],
    ['GET http://shop.example/gone', 'no-cluster'],
    ['GET http://shop.example/empty', 'no-endpoint'],
    ['GET http://shop.example/hole', 'black-hole'],
    ['GET http://shop.example/half', 'unknown'],
    ['GET http://shop.example:81/', 'denied'],
    ['TCP 10.0.0.1:99', 'closed'],
  ])('%s: %s', async (line, verdict) => {
    const document = await documentOf(trace(line));
    expect(problemsOf('Trace', document)).toEqual([]);
    expect(document).toMatchObject({ kind: 'Trace', verdict: { kind: verdict } });
  });
});

test.each<[string, Kind, readonly string[], object, string]>([
  [
    'a section of an unknown kind',
    'ProxySync',
    sync,
    { sections: [{ kind: 'secrets' }] },
    '/sections/0/kind',
  ],
  ['a change of another sort', 'ProxyDiff', diff, { changed: [{ changes: [{ what: 'new' }] }] }, '/what'],
  ['a number of resources below zero', 'ProxyDiff', diff, { unchanged: -1 }, '/unchanged'],
  [
    'an action that Envoy does not know',
    'ProxyPolicyList',
    check,
    { policies: [{ action: 'WARN' }] },
    '/action',
  ],
  [
    'a verdict without its cluster',
    'Trace',
    trace('TCP a:80'),
    { verdict: { kind: 'no-cluster' } },
    "'cluster'",
  ],
  ['a field that no one described', 'Trace', trace('TCP a:80'), { extra: 1 }, 'must NOT have additional'],
])('the schema refuses %s', async (_, kind, argv, change, problem) => {
  const document = { ...(await documentOf(argv)), ...change };
  expect(problemsOf(kind, document).join('\n')).toContain(problem);
});

const folder = new URL('../docs/schemas/', import.meta.url);
test.each(readdirSync(folder))('%s stands in the documentation under its kind', (file) => {
  const { title = '' } = JSON.parse(readFileSync(new URL(file, folder), 'utf8')) as { title?: string };
  const rows = readFileSync(new URL('../docs/schemas.md', import.meta.url), 'utf8').split('\n');
  expect(rows.filter((row) => row.includes(`(schemas/${file})`))).toEqual([
    expect.stringMatching(new RegExp(`^\\| \`${title}\` `)),
  ]);
});
