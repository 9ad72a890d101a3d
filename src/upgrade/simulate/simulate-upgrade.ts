import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { plainText, type JsonObject } from '../../json.ts';
import { connectWriter, waitReady, keyOf, type ClusterWriter } from '../../kube/apply/index.ts';
import { startSandbox, type Sandbox } from '../../sandbox/index.ts';
import { checkInvariants, type Violation } from '../invariants/index.ts';
import { executePlan } from '../run/index.ts';
import type { UpgradePlan } from '../upgrade-plan.ts';
import { makeRoom } from './make-room.ts';
import { seedOf } from './seed-of.ts';
import type { Simulation } from './simulation.ts';
import { StepLog } from './step-log.ts';

/** How a plan is played. */
export interface SimulateOptions {
  /** Milliseconds for each thing that is waited for in the simulation. Default: 30000. */
  readonly timeout?: number;
  /** Hears of each step that begins. */
  readonly onStep?: (id: string) => void;
  /** Ends it: its reason is thrown. */
  readonly signal?: AbortSignal;
}

/**
 * Plays a plan on a simulated cluster that has the objects of a snapshot, and tells what each step did there. Nothing
 * runs in it, and no other cluster is touched. Time to watch is skipped; a budget that allows no disruption is given
 * room, and told in `wants`.
 *
 * @throws {MeshctlError} `input` for a plan that cannot be carried out, and for objects that no server would take.
 */
export async function simulateUpgrade(
  plan: UpgradePlan,
  objects: readonly JsonObject[],
  options: SimulateOptions = {},
): Promise<Simulation> {
  const { objects: seed, left } = seedOf(objects);
  let look: () => void = () => undefined;
  const sandbox = await startSandbox({
    seed,
    // Each request finds the cluster as the one before, and all that followed from it, have left it.
    faults: () => {
      look();
      return undefined;
    },
  });
  try {
    return await withWriter(sandbox, async (writer) => {
      await settled(writer, seed, options);
      const wants = await makeRoom(writer, plan);
      const log = new StepLog(plan, sandbox.objects());
      const atFirst = new Set(violationsOf(sandbox).map(textOf));
      look = () => {
        log.violated(violationsOf(sandbox).filter((one) => !atFirst.has(textOf(one))));
      };
      await play(writer, plan, { sandbox, log, options });
      const steps = log.steps;
      const succeeds = steps.every(
        ({ outcome, violations }) => outcome === 'done' && violations.length === 0,
      );
      return { kind: 'UpgradeSimulation', schemaVersion: 1, succeeds, steps, wants, left };
    });
  } finally {
    await sandbox.stop();
  }
}

const violationsOf = (sandbox: Sandbox): readonly Violation[] =>
  checkInvariants({ objects: sandbox.objects() });

/** What was wrong before is not the doing of the upgrade. */
const textOf = ({ code, subject }: Violation): string => `${code} ${subject}`;

async function withWriter<T>(
  { kubeconfig }: Sandbox,
  work: (writer: ClusterWriter) => Promise<T>,
): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'meshctl-simulation-'));
  try {
    const file = join(folder, 'config');
    await writeFile(file, kubeconfig, { mode: 0o600 });
    return await work(await connectWriter({ kubeconfig: file, env: {} }));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

const workloads = new Set(['Deployment', 'StatefulSet', 'DaemonSet']);

/** Waits until workloads run, as far as they do: what cannot run in the simulation is seen in its steps. */
async function settled(
  writer: ClusterWriter,
  seed: readonly JsonObject[],
  { timeout = 30_000, signal }: SimulateOptions,
): Promise<void> {
  const keys = seed.filter(({ kind }) => workloads.has(plainText(kind))).map(keyOf);
  await waitReady(writer, keys, { timeout, ...(signal && { signal }) });
}

interface Stage {
  readonly sandbox: Sandbox;
  readonly log: StepLog;
  readonly options: SimulateOptions;
}

async function play(
  writer: ClusterWriter,
  plan: UpgradePlan,
  { sandbox, log, options: { timeout = 30_000, onStep, signal } }: Stage,
): Promise<void> {
  const steps = plan.steps.map((step) => (step.kind === 'watch' ? { ...step, seconds: 0 } : step));
  const how = { timeout, health: { interval: 50 }, ...(signal && { signal }) };
  for await (const event of executePlan(writer, { ...plan, steps }, how)) {
    if (event.type === 'step-started') {
      log.began(event.step);
      onStep?.(event.step);
    }
    if (event.type === 'step-done') log.ended(event.step, [], sandbox.objects());
    if (event.type === 'step-failed') log.ended(event.step, event.problems, sandbox.objects());
  }
}
