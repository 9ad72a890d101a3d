import { describe, expect, test } from 'vitest';
import { objectIn, objectsIn, plainText, valueIn, type JsonObject } from '../json.ts';
import { waitReady, type ClusterWriter } from '../kube/apply/index.ts';
import { exampleObjects, startSandbox } from './index.ts';
import { labelsOf, nameOf } from './store/metadata.ts';
import { connectedSandbox } from './testing/connect-sandbox.ts';

const template = (labels: JsonObject, image = 'example/web:1'): JsonObject => ({
  metadata: { labels },
  spec: { containers: [{ name: 'main', image, ports: [{ name: 'http', containerPort: 8080 }] }] },
});
const workload = (kind: string, more: JsonObject = {}, name = 'web'): JsonObject => ({
  apiVersion: 'apps/v1',
  kind,
  metadata: { name, namespace: 'default', labels: { app: name } },
  spec: { selector: { matchLabels: { app: name } }, template: template({ app: name }), ...more },
});
const key = (kind: string, name = 'web', apiVersion = 'apps/v1', namespace = 'default') => ({
  ...{ apiVersion, kind, namespace, name },
});
const service = (more: JsonObject = {}, name = 'web'): JsonObject => ({
  apiVersion: 'v1',
  kind: 'Service',
  metadata: { name, namespace: 'default' },
  spec: { selector: { app: name }, ports: [{ name: 'http', port: 80, targetPort: 'http' }], ...more },
});

const ready = (writer: ClusterWriter, kind: string, name = 'web') =>
  waitReady(writer, [key(kind, name)], { timeout: 10_000 });

const podsOf = (objects: readonly JsonObject[], app = 'web'): readonly JsonObject[] =>
  objects.filter((object) => object.kind === 'Pod' && labelsOf(object).app === app);

describe('workloads', () => {
  test.each([
    ['Deployment', { replicas: 2 }, 2],
    ['StatefulSet', { replicas: 2, serviceName: 'web' }, 2],
    ['DaemonSet', {}, 1],
  ])('a %s gets pods, and new ones for a new template', async (kind, spec, count) => {
    const { sandbox, writer } = await connectedSandbox();
    await writer.apply(workload(kind, spec));
    expect(await ready(writer, kind)).toEqual([]);
    expect(podsOf(sandbox.objects())).toHaveLength(count);
    await writer.apply(workload(kind, { ...spec, template: template({ app: 'web' }, 'example/web:2') }));
    expect(await ready(writer, kind)).toEqual([]);
    const images = podsOf(sandbox.objects()).map((pod) =>
      valueIn(objectsIn(pod, 'spec', 'containers')[0], 'image'),
    );
    expect(new Set(images)).toContain('example/web:2');
  });

  test('a pod that is never ready keeps its Deployment waiting, with the reason', async () => {
    const { writer } = await connectedSandbox({ neverReady: ({ name }) => name.startsWith('web') });
    await writer.apply(workload('Deployment', { progressDeadlineSeconds: 1 }));
    const [waiting] = await waitReady(writer, [key('Deployment')], { timeout: 1500 });
    expect(waiting?.reason).toMatch(/0 of 1 pods are ready/);
  });

  test('a node selector that no node has keeps a pod from being scheduled', async () => {
    const { sandbox, writer } = await connectedSandbox();
    const pod = { apiVersion: 'v1', kind: 'Pod', metadata: { name: 'a', namespace: 'default' } };
    await writer.create({
      ...pod,
      spec: { nodeSelector: { disk: 'ssd' }, containers: [{ name: 'a', image: 'b' }] },
    });
    await expect
      .poll(() =>
        valueIn(
          sandbox.objects().find(({ kind }) => kind === 'Pod'),
          'status',
          'conditions',
        ),
      )
      .toMatchObject([{ type: 'PodScheduled', status: 'False', reason: 'Unschedulable' }]);
  });

  test('a service gets an address and its ready pods as endpoints', async () => {
    const { sandbox, writer } = await connectedSandbox();
    await writer.apply(service({ type: 'LoadBalancer' }));
    await writer.apply(workload('Deployment'));
    await ready(writer, 'Deployment');
    const slice = () => sandbox.objects().find(({ kind }) => kind === 'EndpointSlice');
    await expect
      .poll(slice)
      .toMatchObject({ endpoints: [{ conditions: { ready: true } }], ports: [{ port: 8080 }] });
    const found = await writer.get(key('Service', 'web', 'v1'));
    expect(valueIn(found, 'status', 'loadBalancer')).toMatchObject({ ingress: [{ ip: '203.0.113.1' }] });
  });

  test('without the loop nothing gets pods', async () => {
    const { sandbox, writer } = await connectedSandbox({ loop: false });
    await writer.apply(workload('Deployment'));
    expect(podsOf(sandbox.objects())).toEqual([]);
  });
});

const istiod = (revision: string): JsonObject => {
  const labels = { app: 'istiod', 'istio.io/rev': revision };
  return {
    ...workload('Deployment', {}, 'istiod'),
    spec: { selector: { matchLabels: labels }, template: template(labels, 'example/pilot:1.31.1') },
  };
};
const hook = (kind: string): JsonObject => ({
  apiVersion: 'admissionregistration.k8s.io/v1',
  kind,
  metadata: { name: 'injector', labels: { 'istio.io/rev': 'canary' } },
  webhooks: [
    {
      name: 'inject.example.com',
      clientConfig: { service: { name: 'istiod', namespace: 'default' } },
      rules: [{ operations: ['CREATE'], apiGroups: [''], apiVersions: ['v1'], resources: ['pods'] }],
      objectSelector: { matchLabels: { app: 'web' } },
      sideEffects: 'None',
      admissionReviewVersions: ['v1'],
      failurePolicy: kind === 'MutatingWebhookConfiguration' ? 'Fail' : 'Ignore',
    },
  ],
});

describe('the simulated mesh', () => {
  test('an istiod injects, writes its certificates, and tells of its proxies', async () => {
    const { sandbox, writer } = await connectedSandbox();
    for (const object of [service({}, 'istiod'), istiod('canary')]) await writer.apply(object);
    for (const kind of ['MutatingWebhookConfiguration', 'ValidatingWebhookConfiguration'])
      await writer.apply(hook(kind));
    await ready(writer, 'Deployment', 'istiod');
    const validator = () =>
      writer.get({
        ...key('ValidatingWebhookConfiguration', 'injector'),
        apiVersion: 'admissionregistration.k8s.io/v1',
      });
    await expect.poll(validator).toMatchObject({ webhooks: [{ failurePolicy: 'Fail' }] });
    await writer.apply(workload('Deployment'));
    await ready(writer, 'Deployment');
    const [pod] = podsOf(sandbox.objects());
    expect(pod).toMatchObject({
      metadata: { annotations: { 'istio.io/rev': 'canary' } },
      spec: { initContainers: [{ name: 'istio-proxy', image: 'example/proxyv2:1.31.1' }] },
    });
    const names = sandbox.objects().map((object) => `${plainText(object.kind)} ${nameOf(object)}`);
    expect(names).toEqual(expect.arrayContaining(['Secret istio-ca-secret', 'ConfigMap istio-ca-root-cert']));
    const [server] = podsOf(sandbox.objects(), 'istiod');
    const states = await asked(writer, nameOf(server ?? {}), '/debug/syncz');
    expect(states).toContain(`"proxy":"${nameOf(pod ?? {})}.default"`);
    expect(await asked(writer, nameOf(server ?? {}), '/version')).toContain('1.31.1-simulated-Clean');
  });

  test('a webhook that must be asked refuses pods while nobody answers', async () => {
    const { sandbox, writer } = await connectedSandbox();
    await writer.apply(hook('MutatingWebhookConfiguration'));
    await writer.apply(workload('Deployment'));
    const event = () => sandbox.objects().find(({ kind }) => kind === 'Event');
    await expect.poll(event).toMatchObject({ reason: 'FailedCreate' });
    expect(plainText(event()?.message)).toContain('service "istiod.default" not found');
    expect(podsOf(sandbox.objects())).toEqual([]);
  });

  test('a port that nothing listens at is refused', async () => {
    const { sandbox, writer } = await connectedSandbox();
    await writer.apply(workload('Deployment'));
    await ready(writer, 'Deployment');
    const [pod] = podsOf(sandbox.objects());
    await expect(asked(writer, nameOf(pod ?? {}), '/version')).rejects.toThrow(
      'nothing listens at port 15014',
    );
  });
});

/** What the debug port of a pod answers. */
async function asked(writer: ClusterWriter, name: string, path: string): Promise<string> {
  const stream = await writer.client.forward({ namespace: 'default', name }, 15_014);
  stream.write(`GET ${path} HTTP/1.1\r\nhost: localhost\r\nconnection: close\r\n\r\n`);
  let text = '';
  for await (const part of stream) text += String(part);
  return text;
}

describe('at the start', () => {
  const toy = {
    apiVersion: 'example.com/v1',
    kind: 'Toy',
    metadata: { name: 'bear', namespace: 'nursery' },
    spec: {},
  };
  const definition = {
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
          schema: { openAPIV3Schema: { type: 'object', properties: { spec: { type: 'object' } } } },
        },
      ],
    },
  };

  test('the example comes up', async () => {
    const { sandbox, writer } = await connectedSandbox({ seed: exampleObjects });
    const deployments = sandbox.objects().filter(({ kind }) => kind === 'Deployment');
    expect(deployments).toHaveLength(6);
    const keys = deployments.map((one) =>
      key('Deployment', nameOf(one), 'apps/v1', plainText(objectIn(one, 'metadata').namespace)),
    );
    expect(await waitReady(writer, keys, { timeout: 10_000 })).toEqual([]);
  });

  test('objects wait for their definition', async () => {
    const { sandbox, writer } = await connectedSandbox({ seed: [toy] });
    expect(sandbox.objects().some(({ kind }) => kind === 'Toy')).toBe(false);
    await writer.apply(definition);
    await expect.poll(() => sandbox.objects().some(({ kind }) => kind === 'Toy')).toBe(true);
  });

  test('a definition takes its objects along', async () => {
    const { sandbox, writer } = await connectedSandbox({ seed: [definition, toy] });
    await expect.poll(() => sandbox.objects().some(({ kind }) => kind === 'Toy')).toBe(true);
    const found = await writer.get({
      apiVersion: definition.apiVersion,
      kind: definition.kind,
      name: 'toys.example.com',
    });
    await writer.delete(keyOfDefinition, {
      uid: plainText(valueIn(found, 'metadata', 'uid')),
      propagation: 'Background',
    });
    await expect.poll(() => sandbox.objects().some(({ kind }) => kind === 'Toy')).toBe(false);
  });
  const keyOfDefinition = {
    apiVersion: definition.apiVersion,
    kind: definition.kind,
    name: 'toys.example.com',
  };

  test('an object that no cluster takes is an error', async () => {
    const pod = { apiVersion: 'v1', kind: 'Pod', metadata: { name: 'a' }, spec: {} };
    await expect(startSandbox({ seed: [pod] })).rejects.toMatchObject({
      code: 'input',
      message: expect.stringContaining('Pod a') as string,
    });
  });

  test('a port that is taken is an error with a hint', async () => {
    const { sandbox } = await connectedSandbox();
    const port = Number(new URL(sandbox.url).port);
    await expect(startSandbox({ port })).rejects.toMatchObject({
      code: 'environment',
      reason: 'another program uses it',
    });
  });
});

describe('faults', () => {
  test.each([
    ['a status that passes', { code: 429, retryAfter: 0 }],
    ['a reset', 'reset' as const],
    ['a slow answer', { delay: 20 }],
  ])('%s is asked for, and survived', async (_, fault) => {
    let times = 0;
    const { writer } = await connectedSandbox({
      faults: ({ method }) => (method === 'PATCH' && (times += 1) === 1 ? fault : undefined),
    });
    expect(await writer.apply(service())).toMatchObject({ kind: 'Service' });
    expect(times).toBeGreaterThan(0);
  });
});
