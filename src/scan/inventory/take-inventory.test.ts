import { describe, expect, test } from 'vitest';
import type { JsonObject } from '../../json.ts';
import { istiodOf, podOf, resourcesOf } from '../testing/mesh-objects.ts';
import type { ComponentInstance } from './component-instance.ts';
import { readProxyReports } from './proxy-report.ts';
import { takeInventory, type InventoryInput } from './take-inventory.ts';

const hub = 'docker.io/istio';
const digest = `sha256:${'a'.repeat(64)}`;

const taken = (objects: readonly JsonObject[], more: Partial<InventoryInput> = {}) =>
  takeInventory({ resources: resourcesOf(objects), ...more });

/** `component namespace/name version from revision pods`. */
const line = (one: ComponentInstance): string =>
  [
    `${one.component} ${one.namespace}/${one.name}`,
    `${one.version ?? one.line ?? '?'} ${one.versionFrom ?? '-'}`,
    `${one.revision ?? '-'} ${one.pods}`,
  ].join(' ');

const workload = (kind: string, name: string, template: JsonObject, namespace = 'shop'): JsonObject => ({
  apiVersion: 'apps/v1',
  kind,
  metadata: { name, namespace },
  spec: { template },
});
const namespace = (name: string, labels: JsonObject): JsonObject => ({
  apiVersion: 'v1',
  kind: 'Namespace',
  metadata: { name, labels },
});
const app = { spec: { containers: [{ name: 'app', image: 'example.com/app:1' }] } };
const autoGateway = {
  metadata: { annotations: { 'inject.istio.io/templates': 'gateway' } },
  spec: { containers: [{ name: 'istio-proxy', image: 'auto' }] },
};

describe('an inventory', () => {
  test.each<[string, readonly JsonObject[], readonly string[]]>([
    [
      'takes the version of istiod from its image',
      [istiodOf(`${hub}/pilot:1.30.2`)],
      ['istiod istio-system/istiod-default 1.30.2 image default 0'],
    ],
    [
      'counts the Pods of a workload, by what they run',
      [
        podOf({ name: 'web' }, `${hub}/proxyv2:1.30.2`),
        podOf({ name: 'web' }, `${hub}/proxyv2:1.30.2`),
        podOf({ name: 'web' }, `${hub}/proxyv2:1.29.0`),
      ],
      ['sidecar shop/web 1.29.0 image default 1', 'sidecar shop/web 1.30.2 image default 2'],
    ],
    [
      'prefers what runs to what is asked for',
      [
        workload('Deployment', 'web', {
          spec: { containers: [{ name: 'istio-proxy', image: `${hub}/proxyv2:1.31.1` }] },
        }),
        podOf({ name: 'web' }, `${hub}/proxyv2:1.30.2`),
      ],
      ['sidecar shop/web 1.30.2 image default 1'],
    ],
    [
      'tells gateways and waypoints by their arguments',
      [
        podOf({ name: 'edge' }, `${hub}/proxyv2:1.30.2`, { role: 'router' }),
        podOf({ name: 'way' }, `${hub}/proxyv2:1.30.2`, { role: 'waypoint' }),
      ],
      ['gateway shop/edge 1.30.2 image default 1', 'waypoint shop/way 1.30.2 image default 1'],
    ],
    [
      'has node agents',
      ['ztunnel', 'install-cni'].map((name) =>
        workload('DaemonSet', name, { spec: { containers: [{ name, image: `${hub}/${name}:1.30.2` }] } }),
      ),
      ['cni shop/install-cni 1.30.2 image - 0', 'ztunnel shop/ztunnel 1.30.2 image - 0'],
    ],
    [
      'gives what is to be injected the version of its istiod',
      [
        istiodOf(`${hub}/pilot:1.30.2`, 'default'),
        istiodOf(`${hub}/pilot:1.31.1`, 'canary'),
        namespace('shop', { 'istio.io/rev': 'canary' }),
        workload('Deployment', 'web', app),
        workload('Deployment', 'edge', autoGateway),
      ],
      [
        'istiod istio-system/istiod-canary 1.31.1 image canary 0',
        'istiod istio-system/istiod-default 1.30.2 image default 0',
        'gateway shop/edge 1.30.2 injector - 0',
        'sidecar shop/web 1.31.1 injector canary 0',
      ],
    ],
    [
      'does not guess what runs where a namespace is not injected, or a template refuses',
      [
        namespace('shop', { 'istio-injection': 'disabled' }),
        workload('Deployment', 'web', app),
        namespace('tea', { 'istio-injection': 'enabled' }),
        workload(
          'Deployment',
          'pot',
          { ...app, metadata: { labels: { 'sidecar.istio.io/inject': 'false' } } },
          'tea',
        ),
      ],
      [],
    ],
    [
      'has what a spec installs, with the version of its tag',
      [
        {
          apiVersion: 'install.istio.io/v1alpha1',
          kind: 'IstioOperator',
          metadata: { name: 'mesh' },
          spec: {
            tag: '1.30.2',
            components: {
              cni: { enabled: true },
              ingressGateways: [
                { name: 'in', enabled: true },
                { name: 'off', enabled: false },
              ],
            },
          },
        },
      ],
      [
        'istiod istio-system/istiod 1.30.2 tag - 0',
        'cni istio-system/istio-cni-node 1.30.2 tag - 0',
        'gateway istio-system/in 1.30.2 tag - 0',
      ],
    ],
    [
      'does not know what `latest` is',
      [istiodOf(`${hub}/pilot:latest`)],
      ['istiod istio-system/istiod-default ? - default 0'],
    ],
    [
      'leaves out what is over',
      [{ ...podOf({ name: 'job' }, `${hub}/proxyv2:1.30.2`), status: { phase: 'Succeeded' } }],
      [],
    ],
    ['leaves out what is not of Istio', [workload('Deployment', 'web', app)], []],
  ])('%s', (_, objects, expected) => {
    expect(taken(objects).map(line)).toEqual(expected);
  });

  test('takes digests from what nodes report, and says what was asked for instead', () => {
    const [one] = taken([
      workload('Deployment', 'web', {
        spec: { containers: [{ name: 'istio-proxy', image: `${hub}/proxyv2:1.31.1` }] },
      }),
      podOf({ name: 'web' }, `${hub}/proxyv2:1.30.2`, { imageId: `${hub}/proxyv2@${digest}` }),
    ]);
    expect(one).toMatchObject({ digest, declaredImage: `${hub}/proxyv2:1.31.1` });
  });

  test('keeps builds of vendors apart', () => {
    const [one] = taken([istiodOf('example.com/pilot:1.30.2-acme.1')]);
    expect(one).toMatchObject({ version: '1.30.2', vendorSuffix: 'acme.1', origin: 'vendor' });
  });

  test.each<[string, readonly JsonObject[], readonly string[]]>([
    [
      'what says none',
      [istiodOf(`${hub}/pilot:latest`)],
      ['istiod istio-system/istiod-default 1.31.1 given default 0'],
    ],
    [
      'not what says one',
      [istiodOf(`${hub}/pilot:1.30.2`)],
      ['istiod istio-system/istiod-default 1.30.2 image default 0'],
    ],
    [
      'a mesh of which nothing is shown',
      [],
      [
        'istiod /istiod 1.31.1 given - 0',
        'gateway /gateway 1.31.1 given - 0',
        'sidecar /sidecar 1.31.1 given - 0',
      ],
    ],
  ])('takes a version that is given for %s', (_, objects, expected) => {
    expect(taken(objects, { istioVersion: '1.31.1' }).map(line)).toEqual(expected);
  });
});

describe('what a proxy says of itself', () => {
  const node = {
    id: 'sidecar~10.0.0.7~web-5d8f9-x.shop~shop.svc.cluster.local',
    metadata: { ISTIO_VERSION: '1.29.3' },
  };
  const pod = podOf({ name: 'web' }, `${hub}/proxyv2@${digest}`);

  test.each<[string, unknown]>([
    ['server_info', { version: 'x/1.37.0/Clean/RELEASE/BoringSSL', node }],
    ['a config dump', { configs: [{}, { bootstrap: { node } }] }],
    ['a bootstrap', { bootstrap: { node } }],
    ['debug/syncz', [{ proxy: 'web-5d8f9-x.shop', proxy_type: 'sidecar', istio_version: '1.29.3' }]],
  ])('in %s counts more than its image', (_, said) => {
    const reports = readProxyReports(JSON.stringify(said), 'dump.json');
    expect(taken([pod], { reports }).map(line)).toEqual(['sidecar shop/web 1.29.3 metadata default 1']);
  });

  test('makes it known where no object shows it', () => {
    const reports = readProxyReports(JSON.stringify({ node: { ...node, id: 'router~1~edge.in~x' } }), 'f');
    expect(taken([], { reports }).map(line)).toEqual(['gateway in/edge 1.29.3 metadata - 1']);
  });

  test('sets one of several Pods apart', () => {
    const reports = readProxyReports(JSON.stringify({ node }), 'f');
    const inventory = taken([pod, pod, pod], { reports });
    expect(inventory.map(line).sort()).toEqual([
      'sidecar shop/web 1.29.3 metadata default 1',
      'sidecar shop/web ? - default 2',
    ]);
  });

  test.each([
    ['no JSON', '{'],
    ['nothing of a proxy', '{"configs":[]}'],
  ])('%s is refused', (_, text) => {
    expect(() => readProxyReports(text, 'dump.json')).toThrow('dump.json');
  });
});
