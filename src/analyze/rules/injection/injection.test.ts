import { describe, expect, it } from 'vitest';
import { analyzeExample } from '../../testing/analyze-example.ts';

const codes = ['IST0102', 'IST0103', 'IST0123', 'IST0146', 'IST0147', 'IST0148', 'IST0158'];

async function found(text: string, words: readonly string[] = []): Promise<string[]> {
  const { findings } = await analyzeExample({ text, words }, { only: codes });
  return findings.map(({ code, path }) => `${code} ${path}`);
}

const home = (labels: string, name = 'orders'): string =>
  `\napiVersion: v1\nkind: Namespace\nmetadata: { name: ${name}, labels: { team: x, ${labels} } }\n---`;

const pod = (metadata: string, spec = 'containers: [{ name: cart, image: shop/cart }]'): string =>
  `\napiVersion: v1\nkind: Pod\nmetadata: { name: cart, namespace: orders, ${metadata} }\nspec: { ${spec} }\n---`;

const template = (kind: string, labels: string, image: string): string =>
  `\napiVersion: apps/v1\nkind: ${kind}\nmetadata: { name: cart, namespace: orders }\nspec: { template: { metadata: { labels: { app: cart, ${labels} } }, spec: { containers: [{ name: istio-proxy, image: ${image} }] } } }\n---`;

const policy = (kind: string, group: string): string =>
  `\napiVersion: ${group}/v1\nkind: ${kind}\nmetadata: { name: x, namespace: orders }\nspec: {}\n---`;

const injector = (name: string, values: string): string =>
  `\napiVersion: v1\nkind: ConfigMap\nmetadata: { name: ${name}, namespace: istio-system }\ndata: { values: '${values}' }\n---`;

const image = (tag: string): string =>
  JSON.stringify({ global: { hub: 'docker.io/istio', tag, proxy: { image: 'proxyv2' } } });

const proxy = (name: string): string => `containers: [{ name: istio-proxy, image: ${name} }]`;

describe('a namespace without a label', () => {
  it.each([
    ['is told of by its workloads', home('') + pod(''), ['IST0102 metadata.name']],
    [
      'is told of by a policy for workloads',
      home('') + policy('PeerAuthentication', 'security.istio.io'),
      ['IST0102 metadata.name'],
    ],
    ['does not matter for routes of a gateway', home('') + policy('Gateway', 'networking.istio.io'), []],
    ['does not matter without anything in it', home(''), []],
    [
      'does not matter where Pods speak for themselves',
      home('') + pod('labels: { sidecar.istio.io/inject: "false" }'),
      [],
    ],
    ['does not matter to Kubernetes', home('', 'kube-system'), []],
    [
      'is injected where that is the default',
      home('') +
        pod('') +
        injector('istio-sidecar-injector', '{"sidecarInjectorWebhook":{"enableNamespacesByDefault":true}}'),
      ['IST0148 metadata.name'],
    ],
    [
      'is not injected by an injector that says nothing',
      home('') + pod('') + injector('istio-sidecar-injector', 'no JSON'),
      ['IST0102 metadata.name'],
    ],
  ])('%s', async (_, text, expected) => {
    expect(await found(text)).toEqual(expected);
  });

  it('is always told of by istioctl', async () => {
    expect(await found(home(''), ['compat'])).toEqual(['IST0102 metadata.name']);
  });
});

describe('a Pod without a proxy', () => {
  const running = 'uid: 0b7f3c1e';

  it.each([
    ['is at fault where it runs', home('istio-injection: enabled') + pod(running), ['IST0103 ']],
    ['is at fault in a namespace with a revision', home('istio.io/rev: canary') + pod(running), ['IST0103 ']],
    ['is to be injected where it is in a file', home('istio-injection: enabled') + pod(''), []],
    [
      'may want none, in any case',
      home('istio-injection: enabled') + pod(`${running}, annotations: { sidecar.istio.io/inject: "False" }`),
      [],
    ],
    [
      'has one beside its containers',
      home('istio-injection: enabled') +
        pod(running, 'initContainers: [{ name: istio-proxy, image: proxyv2 }]'),
      [],
    ],
  ])('%s', async (_, text, expected) => {
    expect(await found(text)).toEqual(expected);
  });
});

describe('the image of a proxy', () => {
  const enabled = home('istio-injection: enabled');
  const stale = ['IST0158 metadata.name'];
  const config = (spec: string, namespace = 'orders'): string =>
    `\napiVersion: networking.istio.io/v1beta1\nkind: ProxyConfig\nmetadata: { name: x, namespace: ${namespace} }\nspec: { ${spec} }\n---`;
  const distroless = proxy('docker.io/istio/proxyv2:1.31.1-distroless');
  const type = 'image: { imageType: distroless }';

  it.each([
    ['is that of another release', pod('', proxy('docker.io/istio/proxyv2:1.30.0')), stale],
    ['is that of the injector', pod('', proxy('docker.io/istio/proxyv2:1.31.1')), []],
    ['is of a type that nobody asked for', pod('', distroless), stale],
    ['is of the type of the namespace', config(type) + pod('', distroless), []],
    ['is of the type of the mesh', config(type, 'istio-system') + pod('', distroless), []],
    [
      'is of a type for other Pods',
      config(`selector: { matchLabels: { app: x } }, ${type}`) + pod('', distroless),
      stale,
    ],
    [
      'is of the type of the Pod',
      pod('annotations: { proxy.istio.io/config: "image: { imageType: distroless }" }', distroless),
      [],
    ],
    [
      'is of a type that cannot be read',
      pod('annotations: { proxy.istio.io/config: "image: [" }', distroless),
      stale,
    ],
  ])('%s', async (_, text, expected) => {
    expect(await found(enabled + injector('istio-sidecar-injector', image('1.31.1')) + text)).toEqual(
      expected,
    );
  });

  it('is compared with the injector of the revision', async () => {
    const text = home('istio.io/rev: canary') + pod('', proxy('docker.io/istio/proxyv2:1.30.0'));
    expect(await found(text + injector('istio-sidecar-injector', image('1.31.1')))).toEqual([]);
    expect(await found(text + injector('istio-sidecar-injector-canary', image('1.31.1')))).toEqual(stale);
  });
});

describe('the image auto', () => {
  it.each([
    [
      'stays where nobody injects',
      home('') + template('StatefulSet', '', 'auto'),
      ['IST0146 spec.template.spec.containers[0].image'],
    ],
    [
      'is replaced by a label',
      home('') + template('DaemonSet', 'sidecar.istio.io/inject: "true"', 'auto'),
      [],
    ],
    ['may be replaced where the namespace is not given', template('Deployment', '', 'auto'), []],
    ['is left in a Pod that runs', pod('uid: 0b7f3c1e', proxy('auto')), ['IST0147 spec.containers[0].image']],
  ])('%s', async (_, text, expected) => {
    expect((await found(text)).filter((line) => !line.startsWith('IST0102'))).toEqual(expected);
  });
});

it.each([
  [
    'a revision beside the default',
    'istio-injection: enabled, istio.io/rev: canary',
    ['IST0123 metadata.labels["istio.io/rev"]'],
  ],
  ['a revision for later', 'istio-injection: disabled, istio.io/rev: canary', []],
  [
    'a namespace that stays outside of ambient mode',
    'istio-injection: enabled, istio.io/dataplane-mode: none',
    [],
  ],
])('labels: %s', async (_, labels, expected) => {
  expect(await found(home(labels))).toEqual(expected);
});
