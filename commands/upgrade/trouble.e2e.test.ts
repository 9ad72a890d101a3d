import { randomInt } from 'node:crypto';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import { objectIn, plainText } from '../../src/json.ts';
import { rigSources } from '../../src/kube/testing/rig.ts';
import { readUpgradeState, type UpgradeState } from '../../src/upgrade/run/index.ts';
import { looseBudgets } from '../../src/upgrade/simulate/testing/shop-cluster.ts';
import { meshctlProcess } from './testing/killed-meshctl.ts';
import { lastingState } from './testing/lasting-state.ts';
import { record, type Recorder } from './testing/recorder.ts';
import { startShop, type ShopRig } from './testing/shop-rig.ts';

const sources = rigSources();
const patience = 900_000;

describe.skipIf(sources === undefined)('an upgrade in trouble', () => {
  let shop: ShopRig;
  let recorder: Recorder;
  let folder: string;
  let plan: string;

  beforeEach(async () => {
    shop = await startShop(sources ?? '');
    for (const budget of looseBudgets) await shop.writer.apply(budget, { fieldManager: 'shop', force: true });
    await mkdir('.cache', { recursive: true });
    // In the repository, so that what is bundled finds its packages.
    folder = await mkdtemp(join('.cache', 'upgrade-'));
    plan = join(process.cwd(), folder, 'plan.json');
    const wishes = ['--to', '1.31.1', '--wave', '10%', '--wave', '40%', '--soak', '2s', '-o', 'json'];
    const { code, out, err } = await shop.meshctl('upgrade', 'plan', ...wishes);
    expect([code, err]).toEqual([0, expect.any(String)]);
    await writeFile(plan, out);
    recorder = await record(shop.rig, shop.writer);
  });
  afterEach(async () => {
    await shop.rig.stop();
    await rm(folder, { recursive: true, force: true });
  });

  async function state(): Promise<UpgradeState> {
    const read = await readUpgradeState(shop.writer.client, 'istio-system');
    if (read === undefined) throw new Error('there is no upgrade');
    return read;
  }

  /** A runner that was killed keeps its lock for a while: others need not wait for that here. */
  async function unlock(): Promise<void> {
    const key = {
      apiVersion: 'coordination.k8s.io/v1',
      kind: 'Lease',
      namespace: 'istio-system',
      name: 'meshctl-upgrade',
    };
    const lease = await shop.writer.get(key);
    if (lease !== undefined)
      await shop.writer.delete(key, { uid: plainText(objectIn(lease, 'metadata').uid) });
  }

  test(
    'goes on where it was each of the ten times that it is killed',
    async () => {
      const meshctl = await meshctlProcess(join(process.cwd(), folder));
      const flags = ['-y', '--kubeconfig', shop.rig.kubeconfig];
      const delays = Array.from({ length: 10 }, () => randomInt(100, 2500));
      const phases: string[] = [];
      for (const delay of delays) {
        const { phase = 'none' } = (await readUpgradeState(shop.writer.client, 'istio-system')) ?? {};
        phases.push(phase);
        const words = phase === 'waiting' ? ['promote'] : ['canary', '--plan', plan];
        await meshctl(['upgrade', ...words, ...flags], delay);
        await unlock();
      }
      const said = `killed after ${delays.join(', ')} ms, in ${phases.join(', ')}`;
      const ends = [
        await meshctl(['upgrade', 'canary', '--plan', plan, ...flags]),
        await meshctl(['upgrade', 'promote', ...flags]),
      ];
      expect([said, ends.map(({ code }) => code), ends]).toEqual([said, [0, 0], expect.anything()]);
      expect([(await state()).phase, await shop.podsByRevision()]).toEqual(['done', { '1-31-1': 60 }]);
      expect([said, (await recorder.finish()).violations]).toEqual([said, []]);
    },
    patience,
  );

  test(
    'takes a wave back by itself that does not do well',
    async () => {
      const prometheus = createServer((request, response) => {
        let asked = '';
        request.on('data', (text) => (asked += String(text)));
        request.on('end', () => {
          // What moves in the second wave fails half of the time.
          const rate = decodeURIComponent(asked).includes('shop-05') ? '0.5' : '0';
          const data = { resultType: 'vector', result: [{ metric: {}, value: [0, rate] }] };
          response.setHeader('content-type', 'application/json');
          response.end(JSON.stringify({ status: 'success', data }));
        });
      });
      await new Promise<void>((resolve) => prometheus.listen(0, '127.0.0.1', resolve));
      onTestFinished(() => void prometheus.close());
      const { port } = prometheus.address() as AddressInfo;
      const canary = ['upgrade', 'canary', '--plan', plan, '-y'];
      expect((await shop.meshctl(...canary, '--until', 'watch-1')).code).toBe(0);
      const before = await lastingState(shop.writer);
      const pods = await shop.podsByRevision();
      const address = `http://127.0.0.1:${port}`;
      const { code, err } = await shop.meshctl(
        ...canary,
        '--on-failure',
        'rollback',
        '--prometheus',
        address,
      );
      expect([code, err]).toEqual([1, expect.stringMatching(/50 % of the requests to .*shop-05.* fail/)]);
      const { phase, reason, records } = await state();
      expect([phase, reason]).toEqual(['stopped', expect.stringContaining('was taken back')]);
      expect(records.map(({ id, state: now }) => `${id} ${now}`)).toEqual(
        expect.arrayContaining(['wave-1 done', 'wave-2 undone']),
      );
      expect(await lastingState(shop.writer)).toEqual(before);
      expect(await shop.podsByRevision()).toEqual(pods);
      expect((await recorder.finish()).violations).toEqual([]);
    },
    patience,
  );

  test(
    'stops with the reason when somebody else relabels a namespace, and moves nothing more',
    async () => {
      const canary = ['upgrade', 'canary', '--plan', plan, '-y'];
      expect((await shop.meshctl(...canary, '--until', 'wave-1')).code).toBe(0);
      const pods = await shop.podsByRevision();
      const key = { apiVersion: 'v1', kind: 'Namespace', name: 'shop-05' };
      const patch = { metadata: { labels: { 'istio.io/rev': null, 'istio-injection': 'enabled' } } };
      await shop.writer.patch(key, patch, { type: 'merge', fieldManager: 'somebody' });
      const { code, err } = await shop.meshctl(...canary);
      expect([code, err]).toEqual([1, expect.stringContaining('shop-05')]);
      const { phase, reason } = await state();
      expect([phase, reason]).toEqual(['stopped', expect.stringMatching(/wave-2: .*shop-05/)]);
      expect(await shop.podsByRevision()).toEqual(pods);
      expect((await recorder.finish()).violations).toEqual([]);
    },
    patience,
  );
});
