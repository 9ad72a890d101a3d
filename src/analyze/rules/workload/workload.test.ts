import { describe, expect, it } from 'vitest';
import { analyzeExample } from '../../testing/analyze-example.ts';

const home = (labels: string): string =>
  `\napiVersion: v1\nkind: Namespace\nmetadata: { name: orders, labels: { team: x, ${labels} } }\n---`;

const workload = (metadata: string, spec = '', container = ''): string =>
  `\napiVersion: apps/v1\nkind: StatefulSet\nmetadata: { name: cart, namespace: orders }\nspec: { template: { metadata: { ${metadata} }, spec: { containers: [{ name: cart, image: shop/cart, ${container} }], ${spec} } } }\n---`;

async function found(text: string, words: readonly string[] = []): Promise<string[]> {
  const only = ['IST0144', 'MSH0143', 'MSH0144', 'MSH0145', 'MSH0146'];
  const { findings } = await analyzeExample({ text, words }, { only });
  return findings.map(({ code, severity, path, args }) =>
    [code, severity, path, ...(typeof args.reason === 'string' ? [args.reason] : [])].join(' '),
  );
}

const mesh = home('istio-injection: enabled');
const podUser = 'securityContext: { runAsUser: 1337 }';

it.each([
  [
    'the user of the Pod',
    workload('', podUser),
    ['IST0144 warning spec.template.spec.securityContext.runAsUser'],
  ],
  [
    'a user of the Pod that no container relies on',
    workload('', podUser, 'securityContext: { runAsUser: 1000 }'),
    [],
  ],
  [
    'the user of a container',
    workload('', '', podUser),
    ['IST0144 warning spec.template.spec.containers[0].securityContext.runAsUser'],
  ],
  [
    'the user of an init container',
    workload('', `initContainers: [{ name: setup, image: x, ${podUser} }]`),
    [],
  ],
])('1337 as %s', async (_, text, expected) => {
  expect(await found(mesh + text)).toEqual(expected);
});

it.each([
  ['in the mesh', mesh, ['MSH0143 warning spec.template.spec.containers[0].ports[0].containerPort']],
  ['outside', home(''), []],
  ['of which nobody knows', '', []],
])('a port of the sidecar in a workload %s', async (_, namespace, expected) => {
  expect(await found(namespace + workload('', '', 'ports: [{ containerPort: 15090 }]'))).toEqual(expected);
});

describe('wishes about injection', () => {
  const inject = (value: string): string => `sidecar.istio.io/inject: "${value}"`;
  const metadata = 'spec.template.metadata';

  it.each([
    [
      'contradict each other',
      mesh + workload(`labels: { ${inject('false')} }, annotations: { ${inject('true')} }`),
      [`MSH0145 warning ${metadata}.annotations["sidecar.istio.io/inject"] label-wins`],
    ],
    [
      'repeat each other',
      mesh + workload(`labels: { ${inject('true')} }, annotations: { ${inject('true')} }`),
      [],
    ],
    [
      'are annotations that nobody sees',
      home('') + workload(`annotations: { ${inject('true')} }`),
      [`MSH0145 warning ${metadata}.annotations["sidecar.istio.io/inject"] annotation-unseen`],
    ],
    ['are annotations that may be seen', workload(`annotations: { ${inject('true')} }`), []],
    [
      'are annotations beside a revision',
      home('') + workload(`labels: { istio.io/rev: a }, annotations: { ${inject('true')} }`),
      [],
    ],
    [
      'come too late where injection is off',
      home('istio-injection: disabled') + workload(`labels: { ${inject('true')} }`),
      [`MSH0145 warning ${metadata}.labels["sidecar.istio.io/inject"] namespace-disabled`],
    ],
    [
      'name another revision than the namespace',
      home('istio.io/rev: a') + workload('labels: { istio.io/rev: b }'),
      [`MSH0145 warning ${metadata}.labels["istio.io/rev"] namespace-revision`],
    ],
    [
      'are labels of namespaces',
      home('') + workload('labels: { istio-injection: enabled }'),
      [`MSH0145 warning ${metadata}.labels.istio-injection namespace-label`],
    ],
    [
      'are in vain on the network of the node',
      mesh + workload(`labels: { ${inject('true')} }`, 'hostNetwork: true'),
      ['MSH0144 warning spec.template.spec.hostNetwork'],
    ],
  ])('%s', async (_, text, expected) => {
    expect(await found(text)).toEqual(expected);
  });
});

describe('a revision', () => {
  const tag =
    '\napiVersion: admissionregistration.k8s.io/v1\nkind: MutatingWebhookConfiguration\nmetadata: { name: x, labels: { istio.io/rev: 1-31, istio.io/tag: prod } }\nwebhooks: []\n---';
  const place = 'metadata.labels["istio.io/rev"]';

  it.each([
    [
      'that no control plane has may be in the cluster',
      home('istio.io/rev: old') + tag,
      [],
      [`MSH0146 info ${place}`],
    ],
    [
      'that no control plane has',
      home('istio.io/rev: old') + tag,
      ['complete'],
      [`MSH0146 warning ${place}`],
    ],
    ['may be a tag', home('istio.io/rev: prod') + tag, ['complete'], []],
    [
      'does not count beside the default',
      home('istio.io/rev: old, istio-injection: enabled') + tag,
      ['complete'],
      [],
    ],
    ['is not judged without a control plane', home('istio.io/rev: old'), ['complete'], []],
    [
      'of Pods counts as well',
      tag + workload('labels: { istio.io/rev: old }'),
      ['complete'],
      [`MSH0146 warning spec.template.${place}`],
    ],
  ])('%s', async (_, text, words, expected) => {
    expect(await found(text, words)).toEqual(expected);
  });
});
