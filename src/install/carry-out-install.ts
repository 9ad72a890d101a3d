import { carryOut, type ClusterChange } from '../changes/index.ts';
import type { JsonObject } from '../json.ts';
import { ApiError } from '../kube/index.ts';
import type { ClusterWriter } from '../kube/apply/index.ts';
import { EventQueue } from '../event-queue.ts';
import type { InstallEvent } from './install-event.ts';
import { InstallFailure, type FailedStage } from './install-failure.ts';
import { takeLock } from './install-lock.ts';
import { writesOf, type InstallPlan, type InstallStage } from './install-plan.ts';
import { sharedWatch } from './shared-watch.ts';
import { waitForStage } from './wait-for-stage.ts';
import { idOf, idOfObject } from '../kube/apply/index.ts';

export interface CarryOutOptions {
  /** Milliseconds for each stage to become ready. Default: five minutes. */
  readonly timeout?: number;
  /** Whether stages are waited for. Default: true. */
  readonly wait?: boolean;
  /** Takes fields over that others manage. */
  readonly forceConflicts?: boolean;
  /** Who installs, for others who find the lock. */
  readonly holder?: string;
  /**
   * Plans anew once nobody else can change anything: whoever had the lock before may have. Throws when the new plan is
   * not to be carried out. Not asked on a cluster where this installation made the namespace itself.
   */
  readonly replan?: () => Promise<InstallPlan>;
  /** Ends it; what is in place stays, and its reason is thrown. */
  readonly signal?: AbortSignal;
}

/**
 * Carries a plan out, and tells what happens. Stages begin when those that they come after are ready; what is no longer
 * wanted is deleted when everything is. A plan that writes nothing only waits.
 *
 * @throws {InstallFailure} when a stage fails: others that do not need it are carried out before. @throws {MeshctlError}
 * when somebody else installs at the same time.
 */
export async function* carryOutInstall(
  writer: ClusterWriter,
  plan: InstallPlan,
  options: CarryOutOptions = {},
): AsyncGenerator<InstallEvent, void, undefined> {
  const queue = new EventQueue<InstallEvent>();
  const left = new AbortController();
  const signal = AbortSignal.any([left.signal, ...(options.signal ? [options.signal] : [])]);
  const done = new Installation(writer, options, signal, queue).run(plan).then(
    () => {
      queue.end();
    },
    (error: unknown) => {
      queue.fail(error);
    },
  );
  try {
    yield* queue;
  } finally {
    left.abort(new Error('nobody follows the installation any more'));
    await done;
  }
}

class Installation {
  readonly #writer: ClusterWriter;
  readonly #options: CarryOutOptions;
  readonly #signal: AbortSignal;
  readonly #events: EventQueue<InstallEvent>;
  /** The namespace of the control plane, if it was made here. */
  #made: JsonObject | undefined;

  constructor(
    writer: ClusterWriter,
    options: CarryOutOptions,
    signal: AbortSignal,
    events: EventQueue<InstallEvent>,
  ) {
    this.#writer = writer;
    this.#options = options;
    this.#signal = signal;
    this.#events = events;
  }

  async run(plan: InstallPlan): Promise<void> {
    if (writesOf(plan).length === 0) {
      await this.#carryOut(plan, this.#signal);
      return;
    }
    this.#made = await this.#makeNamespace(plan);
    const { holder = 'meshctl', replan } = this.#options;
    const lock = await takeLock(this.#writer, plan.namespace, holder);
    try {
      const current = this.#made !== undefined || replan === undefined ? plan : await replan();
      await this.#carryOut(current, AbortSignal.any([this.#signal, lock.signal]));
    } catch (error) {
      // Why it stopped is what matters: a lock that is left over ends by itself.
      await lock.release().catch(() => undefined);
      throw error;
    }
    await lock.release();
  }

  /** Only one of many makes the namespace of the control plane: it knows that nobody has installed anything there. */
  async #makeNamespace({ namespace, stages }: InstallPlan): Promise<JsonObject | undefined> {
    const changes = stages.find(({ name }) => name === 'Namespace')?.changes ?? [];
    const change = changes.find(({ object }) => object.name === namespace);
    if (change?.desired === undefined) return undefined;
    try {
      return await this.#writer.create(change.desired, { signal: this.#signal });
    } catch (error) {
      if (error instanceof ApiError && error.status === 409) return undefined;
      throw error;
    }
  }

  async #carryOut(plan: InstallPlan, signal: AbortSignal): Promise<void> {
    const end = new AbortController();
    const watch = sharedWatch(this.#writer, AbortSignal.any([signal, end.signal]));
    const injects = plan.stages.some(({ changes }) => changes.some(isControlPlane));
    const failed: FailedStage[] = [];
    const outcomes = new Map<string, Promise<boolean>>();
    for (const stage of plan.stages) {
      const before = stage.after.flatMap((name) => outcomes.get(name) ?? []);
      const run = async (): Promise<boolean> => {
        if ((await Promise.all(before)).includes(false)) return false;
        return this.#stage(stage, signal, { watch, injects }, failed);
      };
      outcomes.set(stage.name, run());
    }
    await Promise.all(outcomes.values());
    end.abort(new Error('the installation is over'));
    this.#signal.throwIfAborted();
    if (failed.length > 0) throw new InstallFailure(await progressOf(outcomes, failed));
    // The lock may be lost after the last stage.
    signal.throwIfAborted();
    await this.#prune(plan, signal);
  }

  async #stage(
    { name, changes }: InstallStage,
    signal: AbortSignal,
    { watch, injects }: { readonly watch: Pick<ClusterWriter, 'watch'>; readonly injects: boolean },
    failed: FailedStage[],
  ): Promise<boolean> {
    this.#events.push({ type: 'started', stage: name });
    try {
      const objects = await this.#apply(name, changes, signal);
      const { wait = true, timeout = 300_000 } = this.#options;
      const onWaiting = (waiting: Extract<InstallEvent, { type: 'waiting' }>['waiting']): void => {
        this.#events.push({ type: 'waiting', stage: name, waiting });
      };
      if (wait) await waitForStage(watch, name, objects, { timeout, injects, signal, onWaiting });
    } catch (error) {
      failed.push({ stage: name, error });
      this.#events.push({ type: 'failed', stage: name, error });
      return false;
    }
    this.#events.push({ type: 'done', stage: name });
    return true;
  }

  /** Gives the objects as the cluster has them then. */
  async #apply(stage: string, changes: readonly ClusterChange[], signal: AbortSignal): Promise<JsonObject[]> {
    const { forceConflicts = false } = this.#options;
    const objects: JsonObject[] = [];
    const madeId = this.#made && idOfObject(this.#made);
    for (const change of changes) {
      signal.throwIfAborted();
      const made = idOf(change.object) === madeId ? this.#made : undefined;
      const object =
        made ?? (await carryOut(this.#writer, change, { forceConflicts, signal })) ?? change.live;
      if (object !== undefined) objects.push(object);
      this.#events.push({ type: 'applied', stage, change });
    }
    return objects;
  }

  async #prune({ prune }: InstallPlan, signal: AbortSignal): Promise<void> {
    if (prune.length === 0) return;
    const stage = 'Prune';
    this.#events.push({ type: 'started', stage });
    try {
      await this.#apply(stage, prune, signal);
    } catch (error) {
      this.#events.push({ type: 'failed', stage, error });
      throw error;
    }
    this.#events.push({ type: 'done', stage });
  }
}

/** istiod, whatever it is called. */
const isControlPlane = ({ object, group, action }: ClusterChange): boolean =>
  group === 'Pilot' && object.kind === 'Deployment' && action !== 'delete';

async function progressOf(
  outcomes: ReadonlyMap<string, Promise<boolean>>,
  failed: readonly FailedStage[],
): Promise<InstallFailure['progress']> {
  const ended = await Promise.all(
    [...outcomes].map(async ([name, outcome]) => ({ name, ok: await outcome })),
  );
  const broken = new Set(failed.map(({ stage }) => stage));
  return {
    failed,
    done: ended.filter(({ ok }) => ok).map(({ name }) => name),
    open: ended.filter(({ name, ok }) => !ok && !broken.has(name)).map(({ name }) => name),
  };
}
