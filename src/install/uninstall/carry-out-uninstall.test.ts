import { expect, test } from 'vitest';
import type { ClusterWriter, WatchEvent } from '../../kube/apply/index.ts';
import { carryOutUninstall } from './carry-out-uninstall.ts';
import { planDeletion } from '../../changes/index.ts';
import { installed } from './testing/sample-state.ts';

const plan = {
  deletions: [
    planDeletion({ group: 'Pilot', live: installed('Deployment', 'istiod') }),
    planDeletion({ group: 'Pilot', live: installed('Service', 'istiod') }),
  ],
};

/** A cluster that keeps a record of what is deleted; `stays` is still there after that. */
function writer({ stays = '', fails = '' } = {}) {
  const deleted: string[] = [];
  const api: Pick<ClusterWriter, 'delete' | 'watch'> = {
    delete: ({ kind }, { uid, propagation = 'Foreground' }) => {
      if (kind === fails) return Promise.reject(new Error('no permission'));
      deleted.push(`${kind} ${uid} ${propagation}`);
      return Promise.resolve(kind === 'Deployment' ? 'ending' : 'gone');
    },
    watch: async function* (_, { signal } = {}): AsyncGenerator<WatchEvent, void, undefined> {
      if (stays !== '') yield { type: 'added', object: { metadata: { uid: stays, finalizers: ['hold'] } } };
      yield { type: 'synced' };
      await new Promise((_resolve, reject) => {
        signal?.addEventListener('abort', () => {
          reject(signal.reason as Error);
        });
      });
    },
  };
  return { api, deleted };
}

async function eventsOf(events: AsyncIterable<{ readonly type: string; readonly stage: string }>) {
  const seen: string[] = [];
  try {
    for await (const { type, stage } of events) seen.push(`${type} ${stage}`);
  } catch (error) {
    seen.push(error instanceof Error ? error.message : '');
  }
  return seen;
}

test('deletes kind by kind in the foreground, by uid, and waits for what takes its time', async () => {
  const { api, deleted } = writer();
  expect(await eventsOf(carryOutUninstall(api, plan))).toEqual([
    'started Deployment',
    'applied Deployment',
    'waiting Deployment',
    'done Deployment',
    'started Service',
    'applied Service',
    'done Service',
  ]);
  expect(deleted).toEqual([
    'Deployment uid-of-Deployment-istiod Foreground',
    'Service uid-of-Service-istiod Foreground',
  ]);
});

test('what is not gone in time ends the removal, with what holds it', async () => {
  const { api, deleted } = writer({ stays: 'uid-of-Deployment-istiod' });
  const events = await eventsOf(carryOutUninstall(api, plan, { timeout: 20 }));
  expect(events.slice(-2)).toEqual(['failed Deployment', 'Deployment istiod is not gone in time']);
  expect(deleted).toHaveLength(1);
});

test('what cannot be deleted ends the removal', async () => {
  const { api } = writer({ fails: 'Service' });
  const events = await eventsOf(carryOutUninstall(api, plan));
  expect(events.slice(-2)).toEqual(['failed Service', 'no permission']);
});
