import { describe, expect, it, test } from 'vitest';
import type { Json, JsonObject } from '../../json.ts';
import { loadOperatorSpec, renderManifests } from '../index.ts';
import { renderedField, type Row } from '../testing/rendered-field.ts';
import { patchAt } from './overlay-path.ts';

const pilot = (k8s: JsonObject, more: JsonObject = {}): JsonObject => ({
  ...{ profile: 'minimal', components: { pilot: { k8s } }, ...more },
});
const container = 'spec.template.spec.containers.discovery';
const istiod = 'Deployment istiod';
const edge = (k8s: JsonObject): JsonObject => ({
  components: { ingressGateways: [{ name: 'edge', enabled: true, k8s }] },
});

const rows: readonly Row[] = [
  [
    'merges variables by name',
    pilot({ env: [{ name: 'REVISION', value: 'x' }] }),
    istiod,
    `${container}.env.REVISION.value`,
    'x',
  ],
  [
    'keeps the others',
    pilot({ env: [{ name: 'REVISION', value: 'x' }] }),
    istiod,
    `${container}.env.KUBECONFIG.value`,
    '/var/run/secrets/remote/config',
  ],
  [
    'replaces tolerations',
    pilot({ tolerations: [{ key: 'a' }] }),
    istiod,
    'spec.template.spec.tolerations',
    [{ key: 'a' }],
  ],
  [
    'keeps what a strategy does not say',
    pilot({ strategy: { rollingUpdate: { maxSurge: 1 } } }),
    istiod,
    'spec.strategy.rollingUpdate',
    { maxSurge: 1, maxUnavailable: '25%' },
  ],
  [
    'sets the class of pods',
    pilot({ priorityClassName: 'high' }),
    istiod,
    'spec.template.spec.priorityClassName',
    'high',
  ],
  [
    'annotates pods',
    pilot({ podAnnotations: { a: 'b' } }),
    istiod,
    'spec.template.metadata.annotations.a',
    'b',
  ],
  [
    'keeps a probe but for what is said',
    pilot({ readinessProbe: { periodSeconds: 9 } }),
    istiod,
    `${container}.readinessProbe`,
    { httpGet: { path: '/ready', port: 8080 }, initialDelaySeconds: 1, periodSeconds: 9, timeoutSeconds: 5 },
  ],
  [
    'says how images are pulled',
    pilot({ imagePullPolicy: 'Always' }),
    istiod,
    `${container}.imagePullPolicy`,
    'Always',
  ],
  [
    'follows the name of a revision',
    { ...pilot({ nodeSelector: { a: 'b' } }), revision: 'r1' },
    'Deployment istiod-r1',
    'spec.template.spec.nodeSelector',
    { a: 'b' },
  ],
  [
    'merges ports of the Service by number',
    pilot({ service: { ports: [{ port: 15014, name: 'own' }] } }),
    'Service istiod',
    'spec.ports.*.name',
    ['grpc-xds', 'https-dns', 'https-webhook', 'own'],
  ],
  [
    'annotates the Service',
    pilot({ serviceAnnotations: { a: 'b' } }),
    'Service istiod',
    'metadata.annotations',
    { a: 'b' },
  ],
  ['ignores volumes', pilot({ volumes: [{ name: 'v' }] }), istiod, 'spec.template.spec.volumes.v', undefined],
  [
    'makes a budget appear by the least number of replicas',
    pilot({ hpaSpec: { minReplicas: 2 } }),
    'PodDisruptionBudget istiod',
    'spec.minAvailable',
    1,
  ],
  [
    'changes no budget that is not there',
    pilot({ podDisruptionBudget: { minAvailable: 3 } }),
    'PodDisruptionBudget istiod',
    '',
    undefined,
  ],
  [
    'keeps one bound of a budget',
    pilot({ hpaSpec: { minReplicas: 2 }, podDisruptionBudget: { maxUnavailable: 1 } }),
    'PodDisruptionBudget istiod',
    'spec',
    { maxUnavailable: 1, selector: { matchLabels: { app: 'istiod', istio: 'pilot' } } },
  ],
  [
    'replaces the measures of a scaler',
    pilot({ hpaSpec: { metrics: [] } }),
    'HorizontalPodAutoscaler istiod',
    'spec.metrics',
    [],
  ],
  [
    'leaves digits of processors as they are given',
    pilot({ resources: { limits: { cpu: '2' } } }),
    istiod,
    `${container}.resources.limits.cpu`,
    '2',
  ],
  [
    'replaces ports of a gateway',
    edge({ service: { ports: [{ port: 1, targetPort: 2000, name: 'a' }] } }),
    'Service edge',
    'spec.ports',
    [{ name: 'a', port: 1, targetPort: 2000 }],
  ],
  [
    'opens the ports of a gateway',
    edge({ service: { ports: [{ port: 1, targetPort: 2000, name: 'a' }] } }),
    'Deployment edge',
    'spec.template.spec.containers.istio-proxy.ports.*.containerPort',
    [2000, 15090],
  ],
  [
    'sets the type of the Service of a gateway',
    edge({ service: { type: 'NodePort' } }),
    'Service edge',
    'spec.type',
    'NodePort',
  ],
  [
    'scales a gateway',
    edge({ hpaSpec: { maxReplicas: 9 } }),
    'HorizontalPodAutoscaler edge',
    'spec.maxReplicas',
    9,
  ],
  [
    'does not follow another name of node proxies',
    {
      profile: 'ambient',
      components: { ztunnel: { k8s: { priorityClassName: 'x' } } },
      values: { ztunnel: { resourceName: 'two' } },
    },
    'DaemonSet two',
    'spec.template.spec.priorityClassName',
    'system-node-critical',
  ],
  [
    'makes an overlay after all of that',
    pilot({
      replicaCount: 2,
      overlays: [{ kind: 'Deployment', name: 'istiod', patches: [{ path: 'spec.replicas', value: 5 }] }],
    }),
    istiod,
    'spec.replicas',
    5,
  ],
  [
    'changes objects of its own part only',
    pilot({
      overlays: [
        {
          kind: 'ServiceAccount',
          name: 'istio-reader-service-account',
          patches: [{ path: 'metadata.labels.a', value: 'b' }],
        },
      ],
    }),
    'ServiceAccount istio-reader-service-account',
    'metadata.labels.a',
    undefined,
  ],
];

describe('what Kubernetes settings do', () => {
  it.each(rows)('%s', async (_, spec, object, path, expected) => {
    expect(await renderedField(spec, object, path)).toEqual(expected);
  });
});

describe('patchAt', () => {
  const object = (): JsonObject => ({
    a: {
      'b.c': 1,
      list: [
        { name: 'x', v: 1 },
        { name: 'y:z', port: 80 },
      ],
      words: ['--age', '30m', 7],
    },
  });

  test.each<
    readonly [
      sentence: string,
      path: string,
      value: Json | undefined,
      at: (changed: Json) => unknown,
      expected: unknown,
    ]
  >([
    ['sets a key', 'a.new', 1, read('a', 'new'), 1],
    ['makes maps on the way', 'x.y.z', 1, read('x', 'y', 'z'), 1],
    ['reads a dot of a key', 'a.b\\.c', 2, read('a', 'b.c'), 2],
    ['removes a key', 'a.b\\.c', undefined, read('a', 'b.c'), undefined],
    ['finds an item by its key', 'a.list.[name:x].v', 2, read('a', 'list', 0, 'v'), 2],
    ['finds it without a dot', 'a.list[name:x].v', 2, read('a', 'list', 0, 'v'), 2],
    ['finds a text that has a colon', 'a.list.[name:y\\:z].port', 81, read('a', 'list', 1, 'port'), 81],
    ['finds a number by its digits', 'a.list.[port:80].port', 81, read('a', 'list', 1, 'port'), 81],
    ['removes an item', 'a.list.[name:x]', undefined, read('a', 'list', 'length'), 1],
    ['takes an item by its place', 'a.list[1].port', 81, read('a', 'list', 1, 'port'), 81],
    ['appends at -1', 'a.words[-1]', 'new', read('a', 'words', 3), 'new'],
    ['appends beyond the end', 'a.words[9]', 'new', read('a', 'words', 3), 'new'],
    ['finds a word by an expression', 'a.words.[^30]', '60m', read('a', 'words', 1), '60m'],
    ['finds a word after a colon', 'a.words.[:30m]', '60m', read('a', 'words', 1), '60m'],
    ['finds a number among words', 'a.words.[7]', 8, read('a', 'words', 'length'), 4],
    ['writes a map with brackets for a key where no list is', 'a.none[0]', 1, read('a', 'none', '[0]'), 1],
    ['takes a prototype for a key', 'a.__proto__.x', 1, read('a', '__proto__', 'x'), 1],
  ])('%s', (_, path, value, at, expected) => {
    const changed = object();
    expect(patchAt(changed, path, value)).toBeUndefined();
    expect(at(changed)).toEqual(expected);
  });

  test.each([
    ['an item that is not there', 'a.list.[name:no].v', /\[name:no\]/],
    ['a path through a number', 'a.b\\.c.d', /no field d/],
    ['an item of a map', 'a.[name:x]', /no list/],
    ['a word that is not there', 'a.words.[zz]', /\[zz\]/],
    ['an expression that cannot be read', 'a.words.[a(]', /regular expression/],
    ['an empty path', '', /empty/],
  ])('says why %s cannot be changed', (_, path, message) => {
    const same = object();
    expect(patchAt(same, path, 1)).toMatch(message);
    expect(same).toEqual(object());
  });

  function read(...steps: readonly (string | number)[]) {
    return (value: Json): unknown =>
      steps.reduce<unknown>(
        (place, step) =>
          typeof place === 'object' && place !== null && Object.hasOwn(place, step)
            ? (place as Record<string | number, unknown>)[step]
            : undefined,
        value,
      );
  }
});

test('an overlay that changes nothing is told of with its place', async () => {
  const text = `kind: IstioOperator
spec:
  profile: minimal
  components:
    pilot:
      k8s:
        overlays:
        - kind: Deployment
          name: istiodd
          patches: [{path: a, value: 1}]
        - kind: Deployment
          name: istiod
          patches:
          - path: spec.template.spec.containers.[name:nope].image
            value: x
`;
  const { findings } = await renderManifests(await loadOperatorSpec({ files: [{ name: 'a.yaml', text }] }));
  expect(findings.map(({ range, message }) => [range.start.line, message])).toEqual([
    [8, expect.stringMatching(/no Deployment istiodd/)],
    [14, expect.stringMatching(/\[name:nope\]/)],
  ]);
});
