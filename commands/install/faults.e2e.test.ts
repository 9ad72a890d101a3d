import { describe, expect, test } from 'vitest';
import { rigSources } from '../../src/kube/testing/rig.ts';
import { faultCluster, type FaultCluster } from './testing/fault-cluster.ts';

const sources = rigSources() ?? '';
const installs = ['install', '--profile', 'minimal', '-y'];
const patience = 300_000;

/** The same command again leaves the cluster as the spec says, without a trace of the fault. */
async function converges(
  { meshctl, others, writer }: FaultCluster,
  before: readonly string[],
): Promise<void> {
  const again = await meshctl(installs);
  expect([again.code, again.err]).toEqual([0, expect.any(String)]);
  const drift = await meshctl([...installs, '--exit-code']);
  expect([drift.code, drift.out]).toEqual([0, expect.any(String)]);
  expect((await meshctl(['verify', '--profile', 'minimal'])).out).not.toContain('×');
  expect(await others()).toEqual(before);
  const lock = {
    apiVersion: 'coordination.k8s.io/v1',
    kind: 'Lease',
    namespace: 'istio-system',
    name: 'meshctl-install',
  };
  expect(await writer.get(lock)).toBeUndefined();
}

describe.skipIf(sources === '')('install', () => {
  test.each([
    ['a busy server (429)', { action: 'status', code: 429, retryAfter: 1, skip: 5, count: 6 }],
    ['errors of the server (500)', { action: 'status', code: 500, skip: 3, count: 4 }],
    ['connections that break', { action: 'reset', skip: 3, count: 5 }],
    ['answers that are lost', { action: 'drop-response', skip: 2, count: 4 }],
    ['slow answers', { action: 'delay', delayMs: 150 }],
  ])(
    'gets over %s',
    async (_, fault) => {
      const cluster = await faultCluster(sources);
      const before = await cluster.others();
      await cluster.rig.admin('POST', '/faults', { match: { verbs: ['write'] }, ...fault });
      const { code, out, err } = await cluster.meshctl(installs);
      expect([code, out, err]).toEqual([0, expect.stringContaining('installed'), expect.any(String)]);
      const faults = (await cluster.rig.admin('GET', '/faults')) as readonly { applied: number }[];
      expect(faults[0]?.applied).toBeGreaterThan(0);
      await cluster.rig.admin('DELETE', '/faults');
      await converges(cluster, before);
    },
    patience,
  );

  test(
    'says what was refused (403), and goes on from there',
    async () => {
      const cluster = await faultCluster(sources);
      const before = await cluster.others();
      await cluster.rig.admin('POST', '/denials', { verbs: ['patch'], resource: 'horizontalpodautoscalers' });
      const { code, err } = await cluster.meshctl(installs);
      expect(code).toBe(3);
      expect(err).toMatch(/may not .*HorizontalPodAutoscaler/);
      await cluster.rig.admin('DELETE', '/denials');
      await converges(cluster, before);
    },
    patience,
  );

  test(
    'writes nothing when it sees beforehand that it may not',
    async () => {
      const cluster = await faultCluster(sources);
      const before = await cluster.others();
      await cluster.rig.admin('POST', '/denials', { verbs: ['create'], resource: 'clusterroles' });
      const { code, err } = await cluster.meshctl(installs);
      expect([code, err]).toEqual([3, expect.stringContaining('clusterroles')]);
      await cluster.rig.admin('DELETE', '/denials');
      await converges(cluster, before);
    },
    patience,
  );

  test(
    'says what failed for good (500), and goes on from there',
    async () => {
      const cluster = await faultCluster(sources);
      const before = await cluster.others();
      const match = { verbs: ['patch'], resource: 'deployments' };
      await cluster.rig.admin('POST', '/faults', { match, action: 'status', code: 500 });
      const { code, err } = await cluster.meshctl(installs);
      expect([code, err]).toEqual([3, expect.stringContaining('500')]);
      await cluster.rig.admin('DELETE', '/faults');
      await converges(cluster, before);
    },
    patience,
  );

  test(
    'names the Deployment that does not become ready, and why',
    async () => {
      const cluster = await faultCluster(sources, ['--never-ready', 'Deployment/istio-system/istiod']);
      const before = await cluster.others();
      const { code, err } = await cluster.meshctl([...installs, '--timeout', '4s']);
      expect(code).toBe(3);
      expect(err).toMatch(/istio-system\/istiod.*pods are ready/);
      await cluster.rig.admin('PATCH', '/loop', { neverReady: [] });
      await converges(cluster, before);
    },
    patience,
  );

  test(
    'gets over an API server that is killed and started again',
    async () => {
      const cluster = await faultCluster(sources);
      const before = await cluster.others();
      let back: Promise<void> | undefined;
      const { code, err } = await cluster.meshctl(installs, (text) => {
        if (text.startsWith('Pilot: created ClusterRole ')) back ??= cluster.rig.restart();
      });
      await back;
      expect([0, 3]).toContain(code);
      expect(err).toMatch(code === 0 ? /Pilot: done/ : /cannot reach/);
      await converges(cluster, before);
    },
    patience,
  );

  test(
    'stops at Ctrl-C, wherever it is, and goes on from there',
    async () => {
      const cluster = await faultCluster(sources);
      const before = await cluster.others();
      for (const more of [1, 5, 3, 6, 2, 5, 4, 3, 4, 2]) {
        const { code, err } = await cluster.meshctl(installs, (_, count, stop) => {
          if (count === 1 + more) stop();
        });
        expect([code, err]).toEqual([130, expect.stringContaining('interrupted')]);
        expect(await cluster.others()).toEqual(before);
      }
      await converges(cluster, before);
    },
    patience,
  );

  test(
    'lets one of two at once win, or both, and never mixes them',
    async () => {
      const cluster = await faultCluster(sources);
      const before = await cluster.others();
      const variants = ['5', '50'].map((rate) => [
        ...installs,
        '--set',
        `values.pilot.traceSampling=${rate}`,
      ]);
      const results = await Promise.all(variants.map((argv) => cluster.meshctl(argv)));
      const codes = results.map(({ code }) => code).sort();
      expect([
        [0, 0],
        [0, 3],
      ]).toContainEqual(codes);
      for (const { err } of results.filter(({ code }) => code === 3)) expect(err).toMatch(/install/);
      const drifts = [];
      for (const argv of variants) drifts.push((await cluster.meshctl([...argv, '--exit-code'])).code);
      expect(drifts.sort()).toEqual([0, 1]);
      await converges(cluster, before);
    },
    patience,
  );
});
