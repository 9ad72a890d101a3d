import { describe, expect, test, vi } from 'vitest';
import { objectIn, type JsonObject } from '../json.ts';
import { MeshctlError } from '../errors.ts';
import { KindNotServed } from '../kube/apply/index.ts';
import { takeLock } from './install-lock.ts';
import { fakeCluster } from './testing/fake-cluster.ts';

const key = {
  apiVersion: 'coordination.k8s.io/v1',
  kind: 'Lease',
  namespace: 'mesh',
  name: 'meshctl-install',
};

/** A lock that was renewed so many seconds ago. */
function lease(seconds: number, spec: JsonObject = {}): JsonObject {
  const renewTime = new Date(Date.now() - seconds * 1000).toISOString();
  return {
    ...{ apiVersion: key.apiVersion, kind: key.kind },
    metadata: { name: key.name, namespace: key.namespace, uid: 'u', resourceVersion: '1' },
    spec: { holderIdentity: 'ann', leaseDurationSeconds: 60, acquireTime: renewTime, renewTime, ...spec },
  };
}

describe('takeLock', () => {
  test('is there while it is held, and says who holds it', async () => {
    const cluster = fakeCluster();
    const lock = await takeLock(cluster, 'mesh', 'bob');
    expect(await cluster.get(key)).toMatchObject({
      metadata: { labels: { 'app.kubernetes.io/managed-by': 'meshctl' } },
      spec: { holderIdentity: 'bob', leaseDurationSeconds: 60 },
    });
    await lock.release();
    expect(await cluster.get(key)).toBeUndefined();
  });

  test.each([
    ['was just renewed', lease(0)],
    ['may still be renewed', lease(50)],
    ['lasts longer', lease(100, { leaseDurationSeconds: 600 })],
  ])('is refused while one is held that %s', async (_, there) => {
    const cluster = fakeCluster({ objects: [there] });
    const failure = takeLock(cluster, 'mesh', 'bob');
    await expect(failure).rejects.toMatchObject({ code: 'environment' });
    await expect(failure).rejects.toSatisfy(
      (error: MeshctlError) => error.reason?.startsWith('ann has') === true,
    );
    expect(cluster.writes).toEqual([]);
  });

  test.each([
    ['was not renewed for long', lease(61)],
    ['says no time', lease(0, { renewTime: '' })],
  ])('takes one over that %s', async (_, there) => {
    const cluster = fakeCluster({ objects: [there] });
    await takeLock(cluster, 'mesh', 'bob');
    expect(objectIn(await cluster.get(key), 'spec').holderIdentity).toBe('bob');
  });

  test('is none on a cluster without Leases', async () => {
    const create = () => Promise.reject(new KindNotServed('environment', 'no Lease', {}));
    const lock = await takeLock({ ...fakeCluster(), create }, 'mesh', 'bob');
    await lock.release();
    expect(lock.signal.aborted).toBe(false);
  });

  test('fails when it may not be taken', async () => {
    const reason = new MeshctlError('environment', 'forbidden');
    const create = () => Promise.reject(reason);
    await expect(takeLock({ ...fakeCluster(), create }, 'mesh', 'bob')).rejects.toBe(reason);
  });

  describe('while time passes', () => {
    test('is renewed, and lost when somebody else has it', async () => {
      vi.useFakeTimers();
      try {
        const cluster = fakeCluster();
        const lock = await takeLock(cluster, 'mesh', 'bob');
        await vi.advanceTimersByTimeAsync(16_000);
        expect(cluster.writes).toEqual(['create meshctl-install', 'patch meshctl-install']);
        cluster.put(lease(0));
        await vi.advanceTimersByTimeAsync(16_000);
        expect(lock.signal.aborted).toBe(true);
        expect(lock.signal.reason).toMatchObject({ message: 'the lock on this control plane is lost' });
        await lock.release();
        expect(await cluster.get(key)).toBeDefined();
      } finally {
        vi.useRealTimers();
      }
    });
  });
});
