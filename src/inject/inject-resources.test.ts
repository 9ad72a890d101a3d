import { describe, expect, test } from 'vitest';
import { plainText, type Json, type JsonObject } from '../json.ts';
import { injectResources } from './inject-resources.ts';
import type { InjectionSettings } from './inject-settings.ts';
import { app, at, deployment, plainSettings, podAfter, texts } from './testing.ts';

const names = (list: Json | undefined): Json[] =>
  (Array.isArray(list) ? list : []).map((item) => at(item, 'name') ?? null);

const variable = (pod: Json | undefined, name: string): Json | undefined =>
  at(pod, 'spec', 'initContainers', 'istio-proxy', 'env', name, 'value');

describe('a sidecar', () => {
  test('starts before the application where nodes can do that', () => {
    const pod = podAfter({});
    expect(names(at(pod, 'spec', 'initContainers'))).toEqual(['istio-init', 'istio-proxy']);
    expect(names(at(pod, 'spec', 'containers'))).toEqual(['app']);
    expect(at(pod, 'spec', 'initContainers', 'istio-proxy', 'restartPolicy')).toBe('Always');
  });

  test('runs beside the application where nodes cannot', () => {
    const pod = podAfter({}, app, plainSettings({}, { nativeSidecars: false }));
    expect(names(at(pod, 'spec', 'initContainers'))).toEqual(['istio-init']);
    expect(names(at(pod, 'spec', 'containers'))).toEqual(['app', 'istio-proxy']);
  });

  test('comes first, and is waited for, when it holds the application', () => {
    const pod = podAfter(
      texts({
        'sidecar.istio.io/nativeSidecar': 'false',
        'proxy.istio.io/config': 'holdApplicationUntilProxyStarts: true',
      }),
    );
    expect(names(at(pod, 'spec', 'containers'))).toEqual(['istio-proxy', 'app']);
    expect(at(pod, 'spec', 'containers', 'istio-proxy', 'lifecycle', 'postStart', 'exec', 'command', 1)).toBe(
      'wait',
    );
  });

  test('is told of its workload', () => {
    const pod = podAfter({ labels: { 'service.istio.io/workload-name': 'till' } });
    expect(variable(pod, 'ISTIO_META_WORKLOAD_NAME')).toBe('till');
    expect(variable(pod, 'ISTIO_META_OWNER')).toBe(
      'kubernetes://apis/apps/v1/namespaces/store/deployments/shop',
    );
    expect(JSON.parse(plainText(variable(pod, 'ISTIO_META_POD_PORTS')))).toEqual([
      { name: 'http', containerPort: 8080 },
    ]);
  });

  test.each<readonly [sentence: string, annotations: Record<string, string>, flag: string, value: string]>([
    [
      'takes ports out of the redirection',
      { 'traffic.sidecar.istio.io/excludeInboundPorts': '81' },
      '-d',
      '15090,15021,81,15020',
    ],
    [
      'takes the status port out once',
      { 'traffic.sidecar.istio.io/excludeInboundPorts': '15020,81' },
      '-d',
      '15090,15021,15020,81',
    ],
    [
      'redirects some ranges',
      { 'traffic.sidecar.istio.io/includeOutboundIPRanges': '10.0.0.0/8' },
      '-i',
      '10.0.0.0/8',
    ],
    [
      'leaves outbound ports alone',
      { 'traffic.sidecar.istio.io/excludeOutboundPorts': '3306' },
      '-o',
      '3306',
    ],
    ['leaves interfaces alone', { 'traffic.sidecar.istio.io/excludeInterfaces': 'eth1' }, '-c', 'eth1'],
    ['keeps source addresses', { 'sidecar.istio.io/interceptionMode': 'TPROXY' }, '-m', 'TPROXY'],
  ])('%s', (_, annotations, flag, value) => {
    const args = at(podAfter(texts(annotations)), 'spec', 'initContainers', 'istio-init', 'args');
    const list = Array.isArray(args) ? args : [];
    expect(list[list.indexOf(flag) + 1]).toBe(value);
  });

  test.each<
    readonly [sentence: string, annotations: Record<string, string>, over: JsonObject, image: string]
  >([
    ['has the image of the settings', {}, {}, 'registry.example.com/mesh/proxyv2:1.31.1'],
    [
      'has an image of its own',
      { 'sidecar.istio.io/proxyImage': 'example.com/envoy:9' },
      {},
      'example.com/envoy:9',
    ],
    [
      'has a kind of image',
      { 'sidecar.istio.io/proxyImageType': 'debug' },
      {},
      'registry.example.com/mesh/proxyv2:1.31.1-debug',
    ],
    [
      'has the plain image again',
      { 'sidecar.istio.io/proxyImageType': 'default' },
      { global: { tag: '1.31.1-distroless' } },
      'registry.example.com/mesh/proxyv2:1.31.1',
    ],
    [
      'has the kind that all have',
      {},
      { global: { variant: 'distroless' } },
      'registry.example.com/mesh/proxyv2:1.31.1-distroless',
    ],
  ])('%s', (_, annotations, over, image) => {
    const pod = podAfter(texts(annotations), app, plainSettings(over));
    expect(at(pod, 'spec', 'initContainers', 'istio-proxy', 'image')).toBe(image);
  });

  test('has the resources of annotations alone, in their usual form', () => {
    const pod = podAfter(
      texts({ 'sidecar.istio.io/proxyCPU': '2000m', 'sidecar.istio.io/proxyMemoryLimit': '1024Mi' }),
    );
    expect(at(pod, 'spec', 'initContainers', 'istio-proxy', 'resources')).toEqual({
      requests: { cpu: '2' },
      limits: { memory: '1Gi' },
    });
  });

  test('comes once however often a pod is injected', () => {
    const [once] = injectResources([deployment({}, app)], plainSettings()).objects;
    expect(injectResources([once ?? {}], plainSettings()).objects).toEqual([once]);
  });
});

describe('what the user says of the proxy', () => {
  test('is laid over what is injected, and remembered', () => {
    const spec = {
      containers: [...(app.containers as Json[]), { name: 'istio-proxy', image: 'auto', tty: true }],
    };
    const pod = podAfter({}, spec);
    expect(at(pod, 'spec', 'initContainers', 'istio-proxy', 'tty')).toBe(true);
    expect(at(pod, 'spec', 'initContainers', 'istio-proxy', 'image')).toBe(
      'registry.example.com/mesh/proxyv2:1.31.1',
    );
    expect(at(pod, 'metadata', 'annotations', 'proxy.istio.io/overrides')).toBe(
      '{"initContainers":[{"name":"istio-proxy","tty":true}]}',
    );
  });

  test('names the user whose traffic is not redirected', () => {
    const spec = { containers: [{ name: 'istio-proxy', image: 'auto', securityContext: { runAsUser: 7 } }] };
    expect(at(podAfter({}, spec), 'spec', 'initContainers', 'istio-init', 'args', 6)).toBe('7');
  });
});

describe('probes', () => {
  const probed = (handler: JsonObject, timeoutSeconds = 2): JsonObject => ({
    containers: [
      {
        name: 'app',
        ports: [{ name: 'web', containerPort: 80 }],
        livenessProbe: { ...handler, timeoutSeconds },
      },
    ],
  });

  test.each<readonly [sentence: string, handler: JsonObject, asked: JsonObject]>([
    [
      'over HTTPS are asked over HTTP',
      { httpGet: { path: '/x', port: 443, scheme: 'HTTPS' } },
      { httpGet: { path: '/x', port: 443, scheme: 'HTTPS' }, timeoutSeconds: 2 },
    ],
    [
      'of named ports are asked at their number',
      { tcpSocket: { port: 'web' } },
      { tcpSocket: { port: 80 }, timeoutSeconds: 2 },
    ],
    [
      'over gRPC are asked by the agent',
      { grpc: { port: 5 } },
      { grpc: { port: 5, service: null }, timeoutSeconds: 2 },
    ],
  ])('%s', (_, handler, asked) => {
    const pod = podAfter({}, probed(handler));
    expect(JSON.parse(plainText(variable(pod, 'ISTIO_KUBE_APP_PROBERS')))).toEqual({
      '/app-health/app/livez': asked,
    });
    expect(at(pod, 'spec', 'containers', 'app', 'livenessProbe', 'httpGet')).toMatchObject({
      path: '/app-health/app/livez',
      port: 15020,
    });
    expect(at(pod, 'spec', 'containers', 'app', 'livenessProbe', 'httpGet', 'scheme')).not.toBe('HTTPS');
  });

  test('stay when an annotation says so', () => {
    const pod = podAfter(
      texts({ 'sidecar.istio.io/rewriteAppHTTPProbers': 'false' }),
      probed({ tcpSocket: { port: 80 } }),
    );
    expect(at(pod, 'spec', 'containers', 'app', 'livenessProbe', 'tcpSocket', 'port')).toBe(80);
  });
});

describe('metrics', () => {
  test('of the application are asked for by the agent', () => {
    const pod = podAfter(texts({ 'prometheus.io/port': '9090', 'prometheus.io.path': '/m' }));
    expect(JSON.parse(plainText(variable(pod, 'ISTIO_PROMETHEUS_ANNOTATIONS')))).toEqual({
      scrape: '',
      path: '/m',
      port: '9090',
    });
    expect(at(pod, 'metadata', 'annotations', 'prometheus.io/port')).toBe('15020');
    expect(at(pod, 'metadata', 'annotations', 'prometheus.io.path')).toBeUndefined();
  });

  test('stay when an annotation says so', () => {
    const pod = podAfter(
      texts({ 'prometheus.io/port': '9090', 'prometheus.istio.io/merge-metrics': 'false' }),
    );
    expect(at(pod, 'metadata', 'annotations', 'prometheus.io/port')).toBe('9090');
  });
});

describe('the place of a pod', () => {
  test.each<
    readonly [sentence: string, labels: JsonObject, more: Partial<InjectionSettings>, network: string]
  >([
    ['is that of the settings', {}, {}, 'net1'],
    ['is that of the webhook', {}, { variables: { ISTIO_META_NETWORK: 'net2' } }, 'net2'],
    [
      'is that of its label',
      { 'topology.istio.io/network': 'net3' },
      { variables: { ISTIO_META_NETWORK: 'net2' } },
      'net3',
    ],
  ])('%s', (_, labels, more, network) => {
    const pod = podAfter({ labels }, app, plainSettings({ global: { network: 'net1' } }, more));
    expect(variable(pod, 'ISTIO_META_NETWORK')).toBe(network);
    expect(at(pod, 'metadata', 'labels', 'topology.istio.io/network')).toBe(network);
  });
});

describe('a pod is left alone', () => {
  test.each<
    readonly [sentence: string, metadata: JsonObject, spec: JsonObject, more: Partial<InjectionSettings>]
  >([
    ['on the network of its node', {}, { ...app, hostNetwork: true }, {}],
    [
      'when its label says so',
      { labels: { 'sidecar.istio.io/inject': 'false' }, annotations: { 'sidecar.istio.io/inject': 'true' } },
      app,
      {},
    ],
    [
      'when the policy says so and the webhook asks',
      {},
      app,
      { path: 'webhook', config: { ...plainSettings().config, policy: 'disabled' } },
    ],
    [
      'when a selector never injects it',
      { labels: { a: 'b' } },
      app,
      {
        path: 'webhook',
        config: { ...plainSettings().config, neverInjectSelector: [{ matchLabels: { a: 'b' } }] },
      },
    ],
  ])('%s', (_, metadata, spec, more) => {
    const object = deployment(metadata, spec);
    const { objects, notInjected } = injectResources([object], plainSettings({}, more));
    expect(objects[0]).toBe(object);
    expect(notInjected).toHaveLength(1);
  });
});

describe('objects', () => {
  test('without a pod pass as they are', () => {
    const objects: JsonObject[] = [
      { kind: 'Service', spec: {} },
      { kind: 'List', items: [{ kind: 'ConfigMap' }, 5] },
      {},
    ];
    const after = injectResources(objects, plainSettings());
    expect(after.objects.every((object, index) => object === objects[index])).toBe(true);
  });

  test.each([
    ['List', ['items', 0, 'spec', 'template'], { kind: 'List', items: [deployment({}, app)] }],
    [
      'CronJob',
      ['spec', 'jobTemplate', 'spec', 'template'],
      { kind: 'CronJob', spec: { jobTemplate: { spec: { template: { spec: app } } } } },
    ],
    ['Pod', [], { kind: 'Pod', metadata: {}, spec: app }],
  ] as const)('of kind %s are injected', (_, path, object) => {
    const [after] = injectResources([object as unknown as JsonObject], plainSettings()).objects;
    expect(names(at(after, ...path, 'spec', 'initContainers'))).toContain('istio-proxy');
  });
});
