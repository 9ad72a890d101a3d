import { describe, expect, it, test } from 'vitest';
import type { JsonObject } from '../json.ts';
import { deactivated } from './deactivated.ts';
import { describeRevisions, type RevisionSources } from './describe-revisions.ts';
import { revisionGraph } from './revision-graph.ts';
import { injector, istiod, namespace, pod, service, tagOf, twoRevisions } from './testing.ts';

const namespaces = [
  namespace('shop', { 'istio.io/rev': 'prod' }),
  namespace('legacy', { 'istio-injection': 'enabled' }),
  namespace('plain'),
];
const cluster = [...twoRevisions, ...namespaces];
const describeIt = (objects: readonly JsonObject[], more: Partial<RevisionSources> = {}) =>
  describeRevisions({ objects, ...more });

const slice = (name: string, ready: boolean): JsonObject => ({
  kind: 'EndpointSlice',
  metadata: { namespace: 'istio-system', labels: { 'kubernetes.io/service-name': name } },
  endpoints: [{ conditions: { ready } }],
});

const deployment = (name: string, parts: { labels?: JsonObject; template?: JsonObject }): JsonObject => ({
  kind: 'Deployment',
  metadata: { namespace: 'plain', name, labels: parts.labels ?? {} },
  spec: { template: { metadata: parts.template ?? {} } },
});

const gateway = (
  name: string,
  parts: { labels?: JsonObject; class?: string; home?: string },
): JsonObject => ({
  apiVersion: 'gateway.networking.k8s.io/v1',
  kind: 'Gateway',
  metadata: { namespace: parts.home ?? 'plain', name, labels: parts.labels ?? {} },
  spec: { gatewayClassName: parts.class ?? 'istio' },
});

test('control planes are told with all that follows them', () => {
  const pods = [pod('shop/a', 'canary'), pod('shop/b', 'default'), pod('legacy/c', 'default')];
  const mesh = describeIt([...cluster, ...pods], {
    proxies: new Map([['canary', { connected: 2, synced: 1 }]]),
  });
  expect([mesh.defaultRevision, mesh.validatingRevision, mesh.problems]).toEqual(['default', 'default', []]);
  expect(mesh.revisions[0]).toMatchObject({
    name: 'canary',
    tags: ['prod'],
    versions: ['1.31.1'],
    istiods: [{ namespace: 'istio-system', name: 'istiod-canary', ready: 1, replicas: 1 }],
    namespaces: [{ name: 'shop', by: 'istio.io/rev=prod', tag: 'prod', pods: 2, outdated: 1 }],
    pods: { total: 1, leaving: 0, versions: { '1.31.0': 1 } },
    proxies: { connected: 2, synced: 1 },
  });
  expect(mesh.revisions[1]).toMatchObject({
    name: 'default',
    namespaces: [{ name: 'legacy', by: 'istio-injection=enabled', tag: 'default', pods: 1, outdated: 0 }],
    pods: { total: 2, leaving: 1 },
  });
  expect(mesh.revisions[1]).not.toHaveProperty('proxies');
  expect(mesh.tags).toMatchObject([
    { name: 'default', revision: 'default', namespaces: ['legacy'] },
    { name: 'prod', revision: 'canary', namespaces: ['shop'] },
  ]);
});

test('webhooks are told with what they call', () => {
  const mesh = describeIt([
    ...cluster,
    slice('istiod', true),
    slice('istiod-canary', true),
    slice('istiod-canary', false),
  ]);
  const of = (name: string) => mesh.revisions.find((one) => one.name === name)?.webhooks;
  expect(of('canary')).toMatchObject([
    {
      name: 'istio-sidecar-injector-canary',
      target: 'istiod-canary.istio-system:443/inject',
      ...{ certified: true, failurePolicy: 'Fail', deactivated: false, endpoints: 1 },
    },
    { name: 'istio-revision-tag-prod', tag: 'prod' },
  ]);
  expect(of('default')?.map(({ name, deactivated: gone }) => [name, gone])).toEqual([
    ['istio-sidecar-injector', true],
    ['istio-revision-tag-default', false],
    ['istiod-default-validator', false],
  ]);
});

test('a control plane elsewhere is called by its URL', () => {
  const [revision] = describeIt([injector('far', { url: 'https://mesh.example.com/inject' })]).revisions;
  expect(revision).toMatchObject({ istiods: [], webhooks: [{ target: 'https://mesh.example.com/inject' }] });
});

test.each([
  ['the tag', tagOf('default', 'canary'), 'canary'],
  ['an injector that nobody took the place of', [injector('default')], 'default'],
  ['nobody else', [injector('canary'), deactivated(injector('default'))], undefined],
])('the default one is that of %s', (_, objects, expected) => {
  expect(describeIt(objects).defaultRevision).toBe(expected);
});

describe('problems', () => {
  const drop = (name: string) => cluster.filter((object) => (object.metadata as JsonObject).name !== name);
  it.each<readonly [string, readonly JsonObject[], readonly string[]]>([
    ['a name that is nothing', [...cluster, namespace('a', { 'istio.io/rev': 'old' })], ['unknown-revision']],
    [
      'a name without a webhook',
      drop('istio-revision-tag-prod'),
      ['tag-without-webhook', 'unknown-revision'],
    ],
    [
      'a revision beside istio-injection',
      [...cluster, namespace('a', { 'istio.io/rev': 'canary', 'istio-injection': 'enabled' })],
      ['two-labels'],
    ],
    [
      'istio-injection without a default one',
      drop('istio-revision-tag-default'),
      ['tag-without-webhook', 'no-default'],
    ],
    ['istio-injection that is off', [...cluster, namespace('a', { 'istio-injection': 'disabled' })], []],
    [
      'pods of a control plane that is gone',
      [...cluster, pod('plain/a', 'old'), pod('plain/b', 'old')],
      ['orphaned-pods'],
    ],
    ['a tag of a control plane that is gone', [...cluster, ...tagOf('late', 'old')], ['orphaned-tag']],
    [
      'a tag for two control planes',
      [...cluster, ...tagOf('prod', 'default', { namespace: 'mesh' })],
      ['split-tag', 'overlap'],
    ],
    [
      'another one that validates',
      [...drop('istiod-default-validator'), ...tagOf('default', 'canary').slice(2)],
      ['split-default'],
    ],
    ['an istiod that is not ready', [injector('a'), service('a'), istiod('a', 0)], ['istiod-not-ready']],
    ['an istiod of which none is wanted', [injector('a'), { ...istiod('a', 0), spec: { replicas: 0 } }], []],
    ['an injector without a certificate', [injector('a', { caBundle: '' })], ['no-certificate']],
    ['one that is called for nothing', [deactivated(injector('default', { caBundle: '' }))], []],
    ['nobody behind a webhook', [injector('a'), slice('istiod-a', false)], ['no-endpoints']],
    ['somebody behind it', [injector('a'), slice('istiod-a', true)], []],
    [
      'a gateway of nobody',
      [...cluster, gateway('g', { labels: { 'istio.io/rev': 'old' } })],
      ['orphaned-gateway'],
    ],
  ])('%s', (_, objects, expected) => {
    expect([...new Set(describeIt(objects).problems.map(({ code }) => code))]).toEqual(expected);
  });
});

describe('gateways', () => {
  it.each<readonly [string, JsonObject, string | undefined]>([
    ['of a revision that they name', gateway('g', { labels: { 'istio.io/rev': 'canary' } }), 'canary'],
    ['of a tag that they name', gateway('g', { labels: { 'istio.io/rev': 'prod' } }), 'canary'],
    ['of what their namespace names', gateway('g', { home: 'shop', class: 'istio-waypoint' }), 'canary'],
    ['that name nothing', gateway('g', {}), 'default'],
    ['of other controllers', gateway('g', { class: 'istiolike' }), undefined],
    [
      'of an installation',
      deployment('g', {
        labels: { 'operator.istio.io/component': 'IngressGateways', 'istio.io/rev': 'canary' },
      }),
      'canary',
    ],
    [
      'that are injected',
      deployment('g', {
        template: {
          labels: { 'sidecar.istio.io/inject': 'true' },
          annotations: { 'inject.istio.io/templates': 'grpc,gateway' },
        },
      }),
      'default',
    ],
    [
      'that are no gateways',
      deployment('g', { template: { labels: { 'sidecar.istio.io/inject': 'true' } } }),
      undefined,
    ],
  ])('%s', (_, object, expected) => {
    const { revisions } = describeIt([...cluster, object]);
    expect(revisions.find(({ gateways }) => gateways.length > 0)?.name).toBe(expected);
  });
});

describe('pods', () => {
  it.each<readonly [string, JsonObject, string | undefined]>([
    ['of the revision that injected them', pod('shop/a', 'canary', { 'istio.io/rev': 'prod' }), 'canary'],
    [
      'of the revision that they name',
      {
        ...pod('shop/a', ''),
        metadata: { namespace: 'shop', name: 'a', labels: { 'istio.io/rev': 'default' } },
      },
      'default',
    ],
    [
      'without a proxy',
      { kind: 'Pod', metadata: { namespace: 'shop', name: 'a', labels: { 'istio.io/rev': 'default' } } },
      undefined,
    ],
    ['of istiod', pod('shop/a', 'default', { app: 'istiod' }), undefined],
    [
      'whose status cannot be read',
      { kind: 'Pod', metadata: { name: 'a', annotations: { 'sidecar.istio.io/status': '{' } } },
      undefined,
    ],
  ])('%s', (_, object, expected) => {
    const { revisions } = describeIt([...cluster, object]);
    expect(revisions.find(({ pods }) => pods.total > 0)?.name).toBe(expected);
  });
});

describe('the graph', () => {
  const mesh = describeIt(cluster);
  test('for mermaid', () => {
    expect(revisionGraph(mesh, 'mermaid')).toBe(
      [
        'flowchart LR',
        '  n0["namespace shop"]',
        '  n1["namespace legacy"]',
        '  n2["tag default"]',
        '  n3["tag prod"]',
        '  n4["revision canary<br>istiod 1.31.1, 1/1 ready"]',
        '  n5["revision default (default)<br>istiod 1.31.1, 1/1 ready"]',
        '  n0 --> n3',
        '  n1 --> n2',
        '  n2 --> n5',
        '  n3 --> n4',
        '',
      ].join('\n'),
    );
  });
  test('for Graphviz', () => {
    const text = revisionGraph(mesh, 'dot');
    expect(text).toContain('digraph revisions {\n  rankdir=LR;\n  n0 [label="namespace shop"];');
    expect(text).toContain('n4 [label="revision canary\\nistiod 1.31.1, 1/1 ready"];');
    expect(text).toContain('  n3 -> n4;\n}\n');
  });
  test('is not broken by names', () => {
    const odd = describeIt([injector('a'), namespace('x"]; end\n<b>', { 'istio.io/rev': 'a' })]);
    expect(revisionGraph(odd, 'mermaid')).toContain('  n0["namespace x]; endb"]\n');
  });
  test('leaves out a control plane that is gone', () => {
    expect(revisionGraph(describeIt(tagOf('late', 'old')), 'dot')).not.toContain('->');
  });
});
