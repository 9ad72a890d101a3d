import { readFile } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { objectIn, valueIn, type Json, type JsonObject } from '../json.ts';
import { rigSources, startRig, type Rig } from '../kube/testing/rig.ts';
import { startSandbox, type Sandbox } from './index.ts';
import { apiSender, type Got, type Sent } from './testing/api-sender.ts';
import { comparable } from './testing/comparable.ts';

const sources = rigSources();

const shop = '/api/v1/namespaces/shop';
const apps = '/apis/apps/v1/namespaces/shop';
const rbac = '/apis/rbac.authorization.k8s.io/v1';
const admission = '/apis/admissionregistration.k8s.io/v1';
const toys = '/apis/example.com/v1/namespaces/shop/toys';
const definitions = '/apis/apiextensions.k8s.io/v1/customresourcedefinitions';

const post = (path: string, body: JsonObject): Sent => ({ method: 'POST', path, body });
const put = (path: string, body: JsonObject): Sent => ({ method: 'PUT', path, body });
const get = (path: string): Sent => ({ method: 'GET', path });
const remove = (path: string, body?: JsonObject): Sent => ({ method: 'DELETE', path, ...(body && { body }) });
const patch = (kind: string, path: string, body: Json): Sent => ({
  method: 'PATCH',
  path,
  body,
  type: `application/${kind}`,
});
const apply = (path: string, body: JsonObject, query = 'fieldManager=one'): Sent =>
  patch('apply-patch+yaml', `${path}?${query}`, body);

const configMap = (data: JsonObject): JsonObject => ({
  apiVersion: 'v1',
  kind: 'ConfigMap',
  metadata: { name: 'a', namespace: 'shop' },
  data,
});
const deployment = (spec: JsonObject = {}, image = 'example/web:1'): JsonObject => ({
  apiVersion: 'apps/v1',
  kind: 'Deployment',
  metadata: { name: 'web', namespace: 'shop', labels: { app: 'web' } },
  spec: {
    selector: { matchLabels: { app: 'web' } },
    template: {
      metadata: { labels: { app: 'web' } },
      spec: {
        containers: [
          {
            name: 'web',
            image,
            ports: [{ name: 'http', containerPort: 8080 }],
            readinessProbe: { httpGet: { path: '/ready', port: 'http' } },
            env: [{ name: 'POD', valueFrom: { fieldRef: { fieldPath: 'metadata.name' } } }],
            volumeMounts: [{ name: 'config', mountPath: '/etc/web' }],
          },
        ],
        volumes: [
          { name: 'config', configMap: { name: 'a' } },
          { name: 'empty', emptyDir: {} },
          {
            name: 'token',
            projected: { sources: [{ serviceAccountToken: { path: 'token', audience: 'istio-ca' } }] },
          },
        ],
      },
    },
    ...spec,
  },
});
const service = (spec: JsonObject): JsonObject => ({
  apiVersion: 'v1',
  kind: 'Service',
  metadata: { name: 'web', namespace: 'shop' },
  spec: { selector: { app: 'web' }, ports: [{ name: 'http', port: 80, targetPort: 'http' }], ...spec },
});
const binding = (role: string): JsonObject => ({
  apiVersion: 'rbac.authorization.k8s.io/v1',
  kind: 'ClusterRoleBinding',
  metadata: { name: 'readers' },
  roleRef: { kind: 'ClusterRole', name: role },
  subjects: [
    { kind: 'ServiceAccount', name: 'default', namespace: 'shop' },
    { kind: 'User', name: 'somebody' },
  ],
});
const webhook = (kind: string): JsonObject => ({
  apiVersion: 'admissionregistration.k8s.io/v1',
  kind,
  metadata: { name: 'hook' },
  webhooks: [
    {
      name: 'one.example.com',
      clientConfig: { service: { name: 'web', namespace: 'shop', path: '/check' } },
      rules: [
        { operations: ['CREATE'], apiGroups: ['example.com'], apiVersions: ['v1'], resources: ['toys'] },
      ],
      sideEffects: 'None',
      admissionReviewVersions: ['v1'],
      failurePolicy: 'Ignore',
    },
  ],
});
const definition: JsonObject = {
  apiVersion: 'apiextensions.k8s.io/v1',
  kind: 'CustomResourceDefinition',
  metadata: { name: 'toys.example.com' },
  spec: {
    group: 'example.com',
    scope: 'Namespaced',
    names: { kind: 'Toy', plural: 'toys' },
    versions: [
      {
        name: 'v1',
        served: true,
        storage: true,
        subresources: { status: {} },
        schema: {
          openAPIV3Schema: {
            type: 'object',
            properties: {
              spec: {
                type: 'object',
                required: ['size'],
                properties: {
                  size: { type: 'integer' },
                  color: { type: 'string', enum: ['red', 'blue'] },
                  parts: {
                    type: 'array',
                    items: { type: 'object', properties: { name: { type: 'string' } } },
                  },
                },
              },
              status: { type: 'object', 'x-kubernetes-preserve-unknown-fields': true },
            },
          },
        },
      },
    ],
  },
};
const toy = (spec: JsonObject): JsonObject => ({
  apiVersion: 'example.com/v1',
  kind: 'Toy',
  metadata: { name: 'bear', namespace: 'shop' },
  spec,
});

/** What is done, one after the other, and answered alike. */
const requests: readonly (readonly [string, Sent])[] = [
  [
    'a namespace',
    post('/api/v1/namespaces', { kind: 'Namespace', apiVersion: 'v1', metadata: { name: 'shop' } }),
  ],
  ['a namespace that is there', post('/api/v1/namespaces', { metadata: { name: 'shop' } })],
  ['a namespace with a bad name', post('/api/v1/namespaces', { metadata: { name: 'Shop' } })],
  ['something that is not there', get(`${shop}/configmaps/none`)],
  [
    'an object in a missing namespace',
    post('/api/v1/namespaces/none/configmaps', { metadata: { name: 'a' } }),
  ],
  ['apply makes', apply(`${shop}/configmaps/a`, configMap({ x: '1', y: '1' }))],
  ['apply of the same', apply(`${shop}/configmaps/a`, configMap({ x: '1', y: '1' }))],
  ['apply takes a field away', apply(`${shop}/configmaps/a`, configMap({ x: '1' }))],
  ['apply by another manager', apply(`${shop}/configmaps/a`, configMap({ x: '2' }), 'fieldManager=two')],
  ['the same by force', apply(`${shop}/configmaps/a`, configMap({ x: '2' }), 'fieldManager=two&force=true')],
  ['apply without a manager', apply(`${shop}/configmaps/a`, configMap({ x: '2' }), 'force=true')],
  ['a dry run', apply(`${shop}/configmaps/a`, configMap({ z: '2' }), 'fieldManager=one&dryRun=All')],
  ['a merge patch', patch('merge-patch+json', `${shop}/configmaps/a`, { data: { x: null, m: '1' } })],
  [
    'a JSON patch',
    patch('json-patch+json', `${shop}/configmaps/a`, [{ op: 'add', path: '/data/j', value: '1' }]),
  ],
  [
    'a JSON patch that does not fit',
    patch('json-patch+json', `${shop}/configmaps/a`, [{ op: 'test', path: '/data/j', value: '2' }]),
  ],
  [
    'a patch of an old version',
    patch('merge-patch+json', `${shop}/configmaps/a`, { metadata: { resourceVersion: '1' } }),
  ],
  ['a replacement', put(`${shop}/configmaps/a`, configMap({ p: '1' }))],
  [
    'a deletion of another object',
    remove(`${shop}/configmaps/a`, {
      kind: 'DeleteOptions',
      apiVersion: 'v1',
      preconditions: { uid: 'other' },
    }),
  ],
  ['a secret', post(`${shop}/secrets`, { metadata: { name: 's' }, data: { a: 'Yg==' } })],
  ['a Deployment', apply(`${apps}/deployments/web`, deployment())],
  ['a Deployment without selector', post(`${apps}/deployments`, deployment({ selector: null }))],
  [
    'another selector',
    patch('merge-patch+json', `${apps}/deployments/web`, { spec: { selector: { matchLabels: { b: 'c' } } } }),
  ],
  [
    'a strategic patch',
    patch('strategic-merge-patch+json', `${apps}/deployments/web?fieldManager=three`, {
      spec: {
        template: {
          spec: {
            containers: [{ name: 'web', env: [{ name: 'B', value: 'c' }] }],
          },
        },
      },
    }),
  ],
  ['a scale', get(`${apps}/deployments/web/scale`)],
  [
    'another scale',
    patch('merge-patch+json', `${apps}/deployments/web/scale?fieldManager=four`, { spec: { replicas: 2 } }),
  ],
  ['a Service', apply(`${shop}/services/web`, service({}))],
  [
    'a Service that is reached from outside',
    apply(`${shop}/services/web`, service({ type: 'LoadBalancer' })),
  ],
  ['a Service without ports', post(`${shop}/services`, { metadata: { name: 'b' }, spec: {} })],
  [
    'another cluster IP',
    patch('merge-patch+json', `${shop}/services/web`, { spec: { clusterIP: '10.0.0.1', clusterIPs: null } }),
  ],
  ['a binding', apply(`${rbac}/clusterrolebindings/readers`, binding('reader'))],
  ['another role', apply(`${rbac}/clusterrolebindings/readers`, binding('writer'))],
  [
    'a mutating webhook',
    apply(`${admission}/mutatingwebhookconfigurations/hook`, webhook('MutatingWebhookConfiguration')),
  ],
  [
    'a validating webhook',
    apply(`${admission}/validatingwebhookconfigurations/hook`, webhook('ValidatingWebhookConfiguration')),
  ],
  [
    'an autoscaler',
    apply('/apis/autoscaling/v2/namespaces/shop/horizontalpodautoscalers/web', {
      apiVersion: 'autoscaling/v2',
      kind: 'HorizontalPodAutoscaler',
      metadata: { name: 'web', namespace: 'shop' },
      spec: { maxReplicas: 3, scaleTargetRef: { apiVersion: 'apps/v1', kind: 'Deployment', name: 'web' } },
    }),
  ],
  [
    'a disruption budget',
    apply('/apis/policy/v1/namespaces/shop/poddisruptionbudgets/web', {
      apiVersion: 'policy/v1',
      kind: 'PodDisruptionBudget',
      metadata: { name: 'web', namespace: 'shop' },
      spec: { minAvailable: 1, selector: { matchLabels: { app: 'web' } } },
    }),
  ],
  ['a definition', apply(`${definitions}/toys.example.com`, definition)],
];

const customRequests: readonly (readonly [string, Sent])[] = [
  ['a custom resource', apply(`${toys}/bear`, toy({ size: 1, color: 'red' }))],
  ['one without a required field', post(toys, { ...toy({}), metadata: { name: 'b' } })],
  ['one with a wrong type', post(toys, { ...toy({ size: 'big' }), metadata: { name: 'b' } })],
  ['one with a wrong value', post(toys, { ...toy({ size: 1, color: 'green' }), metadata: { name: 'b' } })],
  [
    'one with an unknown field',
    post(`${toys}?fieldValidation=Strict`, { ...toy({ size: 1, sice: 2 }), metadata: { name: 'b' } }),
  ],
  [
    'an unknown field that is left out',
    post(toys, { ...toy({ size: 1, sice: 2 }), metadata: { name: 'b' } }),
  ],
  ['a strategic patch of one', patch('strategic-merge-patch+json', `${toys}/bear`, { spec: { size: 2 } })],
  ['a merge patch of one', patch('merge-patch+json', `${toys}/bear`, { spec: { size: 2 } })],
  ['its status', patch('merge-patch+json', `${toys}/bear/status`, { status: { ok: true } })],
  ['a list', get(`${toys}?labelSelector=a!=b&fieldSelector=metadata.name=bear`)],
  ['a deletion', remove(`${toys}/bear`)],
];

describe.skipIf(sources === undefined)('a sandbox and a real API server', () => {
  let rig: Rig;
  let sandbox: Sandbox;
  let real: (sent: Sent) => Promise<Got>;
  let simulated: (sent: Sent) => Promise<Got>;

  beforeAll(async () => {
    rig = await startRig(sources ?? '', { workloads: true });
    sandbox = await startSandbox({ readyDelay: 500 });
    real = apiSender(await readFile(rig.kubeconfig, 'utf8'));
    simulated = apiSender(sandbox.kubeconfig);
  });

  afterAll(async () => {
    await sandbox.stop();
    await rig.stop();
  });

  const bothAnswer = async (sent: Sent): Promise<void> => {
    const [theirs, ours] = [await real(sent), await simulated(sent)];
    expect({ code: ours.code, body: comparable(ours.body) }).toEqual({
      code: theirs.code,
      body: comparable(theirs.body),
    });
  };

  test.each(requests)('answer alike: %s', async (_, sent) => {
    await bothAnswer(sent);
  });

  test('serve a kind once its definition is established', async () => {
    for (const send of [real, simulated])
      for (let attempt = 0; (await send(get(toys))).code !== 200; attempt += 1) {
        if (attempt > 200) throw new Error('the kind is not served');
        await sleep(50);
      }
  });

  test.each(customRequests)('answer alike: %s', async (_, sent) => {
    await bothAnswer(sent);
  });

  const settled = async (send: (sent: Sent) => Promise<Got>): Promise<void> => {
    for (let attempt = 0; attempt < 200; attempt += 1) {
      const { body } = await send(get(`${apps}/deployments/web`));
      const done = valueIn(body, 'status', 'observedGeneration') === objectIn(body, 'metadata').generation;
      if (done && objectIn(body, 'status').replicas === 2 && objectIn(body, 'status').readyReplicas === 2)
        return;
      await sleep(100);
    }
    throw new Error('the Deployment does not become ready');
  };

  test.each([
    ['Deployments', `${apps}/deployments`],
    ['ReplicaSets', `${apps}/replicasets`],
    ['Pods', `${shop}/pods`],
    ['Services', `${shop}/services`],
    ['EndpointSlices', '/apis/discovery.k8s.io/v1/namespaces/shop/endpointslices'],
    ['disruption budgets', '/apis/policy/v1/namespaces/shop/poddisruptionbudgets'],
    ['ServiceAccounts', `${shop}/serviceaccounts`],
    ['ConfigMaps', `${shop}/configmaps`],
    ['definitions', definitions],
    ['Namespaces', '/api/v1/namespaces'],
  ])('come to the same %s', async (_, path) => {
    await Promise.all([real, simulated].map(settled));
    await bothAnswer(get(path));
  });
});
