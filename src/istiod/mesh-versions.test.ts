import { describe, expect, test } from 'vitest';
import { MeshctlError } from '../errors.ts';
import type { JsonObject } from '../json.ts';
import type { ClusterClient } from '../kube/index.ts';
import { meshVersions, versionSkew } from './index.ts';
import { fakeCluster, type FakePod } from './testing/fake-cluster.ts';

const pod = (name: string, tag: string, rev?: string, ready = 'True'): JsonObject => ({
  metadata: {
    name,
    namespace: 'istio-system',
    labels: { ...(rev !== undefined && { 'istio.io/rev': rev }) },
  },
  spec: { containers: [{ name: 'discovery', image: `docker.io/istio/pilot:${tag}` }] },
  status: { phase: 'Running', conditions: [{ type: 'Ready', status: ready }] },
});

/** An istiod of this version, with proxies of those. */
const istiod = (name: string, version: string, proxies: readonly string[]): FakePod => ({
  name,
  answer: ({ url }, response) =>
    response.end(
      url === '/version'
        ? `${version}-0a1b2c3d-Clean`
        : JSON.stringify(
            proxies.map((istio_version, i) => ({ proxy: `p${i}.shop`, istio_version, resources: {} })),
          ),
    ),
});

function cluster(answering: readonly FakePod[], pods: readonly JsonObject[]): ClusterClient {
  const { client } = fakeCluster(answering);
  return { ...client, get: () => Promise.resolve({ metadata: {}, items: [...pods] }) };
}

describe('the versions of a mesh', () => {
  test('are what each ready istiod says, counted', async () => {
    const client = cluster(
      [
        istiod('a', '1.31.1', ['1.31.1', '1.30.0']),
        istiod('b', '1.31.1', ['1.31.1']),
        istiod('c', '1.32.0-beta.0', []),
      ],
      [
        pod('a', 'latest'),
        pod('b', 'latest', 'default'),
        pod('c', 'x', 'canary'),
        pod('d', 'x', 'old', 'False'),
      ],
    );
    expect(await meshVersions(client)).toEqual({
      controlPlanes: [
        { revision: 'canary', version: '1.32.0-beta.0', pods: 1 },
        { revision: 'default', version: '1.31.1', pods: 2 },
      ],
      dataPlane: [
        { version: '1.30.0', revision: 'default', controlPlane: '1.31.1', proxies: 1 },
        { version: '1.31.1', revision: 'default', controlPlane: '1.31.1', proxies: 2 },
      ],
      missing: [],
    });
  });

  test('come from the image of an istiod that does not answer', async () => {
    const { controlPlanes, dataPlane, missing } = await meshVersions(cluster([], [pod('a', '1.31.1')]));
    expect(controlPlanes).toEqual([{ revision: 'default', version: '1.31.1', pods: 1 }]);
    expect([dataPlane, missing.map((one) => one.istiod)]).toEqual([[], ['a']]);
  });

  test('are none without istiods', async () => {
    expect(await meshVersions(cluster([], []))).toEqual({ controlPlanes: [], dataPlane: [], missing: [] });
  });

  test('are not told by a cluster that refuses', async () => {
    const { client } = fakeCluster([]);
    const refuses = {
      ...client,
      get: () => Promise.reject(new MeshctlError('environment', 'may not list pods')),
    };
    await expect(meshVersions(refuses)).rejects.toThrow('may not list pods');
  });
});

describe('proxies of version', () => {
  test.each([
    ['1.31.1', '1.31.1', 'fine'],
    ['1.30.4', '1.31.1', 'fine'],
    ['1.29.4', '1.31.1', 'skewed'],
    ['1.9.0', '1.10.0', 'fine'],
    ['1.10.0', '1.9.0', 'skewed'],
    ['1.31.2', '1.31.1', 'skewed'],
    ['1.32.0', '1.31.1', 'skewed'],
    ['2.0.0', '1.31.1', 'skewed'],
    ['1.31-dev', '1.31.0', 'fine'],
    ['latest', '1.31.1', 'unknown'],
    ['', '1.31.1', 'unknown'],
    ['1.31.1', 'master-alpha', 'unknown'],
  ])('%s with a control plane of version %s: %s', (version, controlPlane, verdict) => {
    const controlPlanes = [{ revision: 'default', version: controlPlane, pods: 1 }];
    const dataPlane = [{ version, revision: 'default', controlPlane, proxies: 1 }];
    expect(versionSkew({ controlPlanes, dataPlane }).verdict).toBe(verdict);
  });

  test('are not judged when there are none', () => {
    expect(versionSkew({ controlPlanes: [], dataPlane: [] })).toEqual({
      verdict: 'unknown',
      reasons: ['no control plane runs'],
    });
  });

  test('that are skewed are told, others are not', () => {
    const of = (version: string) => ({ version, revision: 'canary', controlPlane: '1.31.1', proxies: 2 });
    const controlPlanes = [{ revision: 'canary', version: '1.31.1', pods: 1 }];
    expect(versionSkew({ controlPlanes, dataPlane: [of('1.31.1'), of('1.32.0'), of('odd')] })).toEqual({
      verdict: 'skewed',
      reasons: ['2 proxies of version 1.32.0 are ahead of the control plane canary (1.31.1)'],
    });
  });
});
