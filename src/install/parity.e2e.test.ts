import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import type { ClusterChange } from '../changes/index.ts';
import { isObject, objectIn, withoutKey, type Json, type JsonObject } from '../json.ts';
import { discover, pathOf } from '../kube/index.ts';
import { connectWriter, type ClusterWriter } from '../kube/apply/index.ts';
import { temporaryFolder } from '../kube/testing/connect-to.ts';
import { rigSources, startRig } from '../kube/testing/rig.ts';
import { loadOperatorSpec, renderManifests } from '../operator/index.ts';
import { startSandbox } from '../sandbox/index.ts';
import { apiSender, type Got, type Sent } from '../sandbox/testing/api-sender.ts';
import { comparable } from '../sandbox/testing/comparable.ts';
import { carryOutInstall, desiredObjects, planInstall, readInstallState, writesOf } from './index.ts';
import type { InstallEvent } from './install-event.ts';
import {
  carryOutUninstall,
  planUninstall,
  readUninstallState,
  type UninstallTarget,
} from './uninstall/index.ts';

const sources = rigSources();

interface Side {
  readonly writer: ClusterWriter;
  readonly send: (sent: Sent) => Promise<Got>;
}

/** A plan that was made for a cluster, without what no two clusters have in common, and what carries it out. */
interface Made {
  readonly plan: JsonObject;
  readonly writes: number;
  readonly carryOut: () => AsyncIterable<InstallEvent>;
}
type Step = readonly [name: string, make: (side: Side) => Promise<Made>];

const install = (...sets: readonly string[]): Step => [
  `install ${sets.join(' ')}`,
  async ({ writer }) => {
    const spec = await loadOperatorSpec({ sets });
    const desired = desiredObjects(spec, await renderManifests(spec, { kubeMinor: 36 }));
    const replan = async () => planInstall(desired, await readInstallState(writer.client, desired));
    const plan = await replan();
    const stages = plan.stages.map(({ changes, ...stage }) => ({ ...stage, changes: changes.map(shown) }));
    return {
      plan: comparable(json({ ...plan, stages, prune: plan.prune.map(shown) })),
      writes: writesOf(plan).length,
      carryOut: () => carryOutInstall(writer, plan, { holder: 'parity', replan, timeout: 30_000 }),
    };
  },
];

const uninstall = (target: UninstallTarget): Step => [
  target.type === 'purge' ? 'purge' : `uninstall ${target.revision}`,
  async ({ writer }) => {
    const plan = planUninstall(await readUninstallState(writer.client, target), target);
    return {
      plan: comparable(json({ ...plan, deletions: plan.deletions.map(shown) })),
      writes: plan.deletions.length,
      carryOut: () => carryOutUninstall(writer, plan, { timeout: 30_000 }),
    };
  },
];

/** Without the object as it was read, which is another one in each cluster. */
const shown = (change: ClusterChange): JsonObject => withoutKey(json(change), 'live');
const json = (value: object): JsonObject => JSON.parse(JSON.stringify(value)) as JsonObject;

const again = (step: Step): Step => [`${step[0]}, again`, step[1]];
const canary = { type: 'revision', revision: 'canary', namespace: 'istio-system' } as const;
const scenarios: readonly (readonly [string, readonly Step[]])[] = [
  ['default', [install('profile=default'), again(install('profile=default'))]],
  ['demo and less of it', [install('profile=demo'), install('profile=default')]],
  ['ambient', [install('profile=ambient'), again(install('profile=ambient')), uninstall({ type: 'purge' })]],
  [
    'two revisions, until nothing is left',
    [
      install('profile=minimal'),
      install('profile=minimal', 'revision=canary'),
      install('profile=minimal', 'revision=canary', 'values.pilot.env.X=1'),
      uninstall(canary),
      install('profile=minimal'),
      uninstall({ type: 'purge' }),
      again(uninstall({ type: 'purge' })),
    ],
  ],
];

describe.skipIf(sources === undefined)('a sandbox and a real API server come to the same by', () => {
  test.each(scenarios)(
    '%s',
    async (_, steps) => {
      const sides = await Promise.all([realSide(), simulatedSide()]);
      for (const [name, make] of steps) {
        const [theirs, ours] = await Promise.all(sides.map(make));
        expect(ours?.plan, `plan: ${name}`).toEqual(theirs?.plan);
        expect(ours?.writes === 0, `writes: ${name}`).toBe(name.endsWith('again'));
        await Promise.all([carriedOut(theirs), carriedOut(ours)]);
        await vi.waitFor(
          async () => {
            const [real, simulated] = await Promise.all(sides.map(objectsOf));
            expect(simulated, `objects: ${name}`).toEqual(real);
            expect(Object.keys(real ?? {}).includes('Deployment.apps'), name).toBe(!name.startsWith('purge'));
          },
          { timeout: 15_000, interval: 500 },
        );
      }
    },
    300_000,
  );
});

async function carriedOut(made: Made | undefined): Promise<void> {
  for await (const event of made?.carryOut() ?? []) if (event.type === 'failed') throw event.error;
}

async function realSide(): Promise<Side> {
  const flags = ['--mesh', '--ready-delay', '50ms'];
  const rig = await startRig(sources ?? '', { workloads: true, flags });
  onTestFinished(rig.stop);
  return sideOf(rig.kubeconfig, await readFile(rig.kubeconfig, 'utf8'));
}

async function simulatedSide(): Promise<Side> {
  const sandbox = await startSandbox({ readyDelay: 50 });
  onTestFinished(sandbox.stop);
  const file = join(await temporaryFolder({}), 'config');
  await writeFile(file, sandbox.kubeconfig);
  return sideOf(file, sandbox.kubeconfig);
}

const sideOf = async (kubeconfig: string, text: string): Promise<Side> => ({
  writer: await connectWriter({ kubeconfig, env: { PATH: process.env.PATH } }),
  send: apiSender(text),
});

/** What each cluster makes in its own way: what workloads consist of, and what is told about them. */
const derived = new Set([
  ...['Pod', 'ReplicaSet', 'ControllerRevision', 'EndpointSlice', 'Endpoints', 'Event', 'Node', 'PodMetrics'],
]);

/** All objects of a cluster, by their kind. */
async function objectsOf({ writer, send }: Side): Promise<Readonly<Record<string, Json>>> {
  const { kinds } = await discover(writer.client, 'all');
  const paths = new Map(
    [...kinds]
      .reverse()
      .filter(({ kind }) => !derived.has(kind))
      .map((kind) => [`${kind.kind}.${kind.group}`, pathOf(kind)] as const),
  );
  const objects: Record<string, Json> = {};
  for (const [kind, path] of paths) {
    const { items } = comparable((await send({ method: 'GET', path })).body);
    if (Array.isArray(items) && items.length > 0)
      objects[kind] = items.map((item) => withoutKeys(settledItem(item)));
  }
  return objects;
}

/** Nobody looks after autoscalers of the real server. */
const settledItem = (item: Json): Json =>
  isObject(item) && 'scaleTargetRef' in objectIn(item, 'spec') ? withoutKey(item, 'status') : item;

/** Certificates and keys are made anew in each cluster, as the names of ReplicaSets are. */
const withoutKeys = (item: Json): Json =>
  JSON.parse(
    JSON.stringify(item)
      .replaceAll(/"LS0tLS1CRUdJTi[\w+/=]*"/g, '"<PEM>"')
      .replaceAll(/ReplicaSet \\"[^"]*"/g, 'ReplicaSet <name>')
      .replaceAll(/-----BEGIN [A-Z ]*-----[^"]*/g, '<PEM>'),
  ) as Json;
