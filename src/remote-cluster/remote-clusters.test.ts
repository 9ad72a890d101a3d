import { expect, test } from 'vitest';
import { fakeCluster, type FakePod } from '../istiod/testing/fake-cluster.ts';
import type { JsonObject } from '../json.ts';
import { ApiError, type ClusterClient } from '../kube/index.ts';
import { remoteClusters } from './remote-clusters.ts';

const answering = (name: string, body: unknown, status = 200): FakePod => ({
  name,
  answer: (_, response) => response.writeHead(status).end(JSON.stringify(body)),
});
const own = { id: 'west', secretName: '', syncStatus: 'synced' };
const east = { id: 'east', secretName: 'istio-system/istio-remote-secret-east', syncStatus: 'timeout' };
const secret = (name: string, cluster?: string): JsonObject => ({
  metadata: {
    name,
    ...(cluster !== undefined && { annotations: { 'networking.istio.io/cluster': cluster } }),
  },
});

function cluster(pods: readonly FakePod[], secrets: readonly JsonObject[] | ApiError): ClusterClient {
  const { client } = fakeCluster(pods);
  return {
    ...client,
    get: (path, options) => {
      if (!path.endsWith('/secrets')) return client.get(path, options);
      if (secrets instanceof ApiError) return Promise.reject(secrets);
      expect(options?.accept).toContain('PartialObjectMetadataList');
      return Promise.resolve({ items: [...secrets] });
    },
  };
}

test('every istiod tells of its clusters', async () => {
  const client = cluster(
    [answering('istiod-b', [own, { ...east, syncStatus: 'synced' }]), answering('istiod-a', [own, east])],
    [secret('istio-remote-secret-east', 'east')],
  );
  expect(await remoteClusters(client)).toEqual({
    clusters: [
      { name: 'east', secret: east.secretName, status: 'timeout', istiod: 'istiod-a' },
      { name: 'east', secret: east.secretName, status: 'synced', istiod: 'istiod-b' },
      { name: 'west', secret: '', status: 'synced', istiod: 'istiod-a' },
      { name: 'west', secret: '', status: 'synced', istiod: 'istiod-b' },
    ],
    missing: [],
  });
});

test('a Secret that an istiod does not know is told of, by the cluster it names', async () => {
  const client = cluster(
    [answering('istiod-a', [own, east]), answering('istiod-b', null)],
    [secret('istio-remote-secret-east', 'east'), secret('by-hand')],
  );
  const { clusters } = await remoteClusters(client);
  expect(clusters.filter(({ status }) => status === 'not loaded')).toEqual([
    { name: 'by-hand', secret: 'istio-system/by-hand', status: 'not loaded', istiod: 'istiod-a' },
    { name: 'by-hand', secret: 'istio-system/by-hand', status: 'not loaded', istiod: 'istiod-b' },
    { name: 'east', secret: east.secretName, status: 'not loaded', istiod: 'istiod-b' },
  ]);
});

test('an istiod that does not answer, and Secrets that may not be read, leave the rest', async () => {
  const forbidden = new ApiError(403, 'may not list secrets', {});
  const client = cluster(
    [answering('istiod-a', [own]), answering('istiod-b', {}), answering('istiod-c', '', 500)],
    forbidden,
  );
  const { clusters, missing, secretsUnread } = await remoteClusters(client);
  expect(clusters.map(({ istiod }) => istiod)).toEqual(['istiod-a']);
  expect(missing.map(({ istiod }) => istiod)).toEqual(['istiod-b', 'istiod-c']);
  expect(secretsUnread).toBe(forbidden);
});

test.each<[string, readonly FakePod[], string]>([
  ['none runs', [], 'no istiod runs'],
  ['none has the path', [answering('istiod-a', '', 404)], 'no istiod has anything at /debug/clusterz'],
  ['none answers', [answering('istiod-a', 'x')], 'does not say which clusters it reads'],
])('fails when %s', async (_, pods, message) => {
  await expect(remoteClusters(cluster(pods, []))).rejects.toMatchObject({
    code: 'environment',
    message: expect.stringContaining(message) as string,
  });
});
