import { randomUUID } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { MeshctlError } from '../../errors.ts';
import { objectIn, plainText, type JsonObject } from '../../json.ts';
import type { ClusterWriter } from '../../kube/apply/index.ts';
import { ApiError } from '../../kube/index.ts';
import type { UpgradePlan } from '../upgrade-plan.ts';
import { planHashOf } from './plan-hash-of.ts';
import { stateIn, stateKey } from './state-object.ts';
import type { StepRecord, UpgradePhase, UpgradeState } from './upgrade-state.ts';

/** The state of one upgrade in the cluster, written by nobody else meanwhile. */
export class StateStore {
  readonly #writer: Pick<ClusterWriter, 'get' | 'create' | 'patch'>;
  readonly #namespace: string;
  /** Tells our own writes from those of another runner. */
  readonly #runner = randomUUID();
  #state: UpgradeState;

  private constructor(
    writer: Pick<ClusterWriter, 'get' | 'create' | 'patch'>,
    namespace: string,
    state: UpgradeState,
  ) {
    this.#writer = writer;
    this.#namespace = namespace;
    this.#state = state;
  }

  /** Goes on from what is there. */
  static async resume(
    writer: Pick<ClusterWriter, 'get' | 'create' | 'patch'>,
    state: UpgradeState,
    phase: UpgradePhase,
  ): Promise<StateStore> {
    const store = new StateStore(writer, state.plan.istioNamespace, state);
    await store.#takeOver(phase);
    return store;
  }

  /** Begins an upgrade; one that was there before is over, and forgotten. */
  static async begin(
    writer: Pick<ClusterWriter, 'get' | 'create' | 'patch'>,
    plan: UpgradePlan,
  ): Promise<StateStore> {
    const key = stateKey(plan.istioNamespace);
    const labels = { 'app.kubernetes.io/managed-by': 'meshctl' };
    const text = gzipSync(JSON.stringify(plan)).toString('base64');
    const data = { plan: text, planHash: planHashOf(plan), phase: 'running', records: '[]', pause: 'false' };
    const there = await writer.get(key);
    const metadata = { name: key.name, namespace: plan.istioNamespace, labels };
    const made =
      there === undefined
        ? await writer.create({ apiVersion: 'v1', kind: 'ConfigMap', metadata, data })
        : await writer.patch(key, { metadata: versionOf(there), data: { ...data, reason: null } }, merge);
    return StateStore.resume(writer, stateIn(made), 'running');
  }

  get state(): UpgradeState {
    return this.#state;
  }

  record(id: string): StepRecord | undefined {
    return this.#state.records.find((one) => one.id === id);
  }

  /** Whether somebody asked for a pause since. */
  async pauseWanted(): Promise<boolean> {
    const object = await this.#writer.get(stateKey(this.#namespace));
    return objectIn(object, 'data').pause === 'true';
  }

  async saveRecord(record: StepRecord): Promise<void> {
    const { plan, records } = this.#state;
    const others = records.filter(({ id }) => id !== record.id);
    const order = plan.steps.map(({ id }) => id);
    const sorted = [...others, record].toSorted((a, b) => order.indexOf(a.id) - order.indexOf(b.id));
    await this.#save({ records: JSON.stringify(sorted) });
  }

  async savePhase(phase: UpgradePhase, reason?: string): Promise<void> {
    await this.#save({ phase, reason: reason ?? null, ...(phase === 'paused' && { pause: 'false' }) });
  }

  async #takeOver(phase: UpgradePhase): Promise<void> {
    const { resourceVersion } = this.#state;
    const data = { runner: this.#runner, phase, reason: null, pause: 'false' };
    await this.#patch({ metadata: { resourceVersion }, data });
  }

  /** Our own write may have arrived though its answer was lost, and a pause may have been asked for: neither is a rival. */
  async #save(data: JsonObject): Promise<void> {
    for (let attempt = 1; ; attempt += 1) {
      const { resourceVersion } = this.#state;
      try {
        await this.#patch({ metadata: { resourceVersion }, data });
        return;
      } catch (error) {
        if (!(error instanceof ApiError && error.status === 409) || attempt === 5) throw error;
      }
      const there = await this.#writer.get(stateKey(this.#namespace));
      if (there === undefined || objectIn(there, 'data').runner !== this.#runner) throw isLost();
      this.#state = stateIn(there);
    }
  }

  async #patch(patch: JsonObject): Promise<void> {
    this.#state = stateIn(await this.#writer.patch(stateKey(this.#namespace), patch, merge));
  }
}

const merge = { type: 'merge' } as const;

const versionOf = (object: JsonObject): JsonObject => ({
  resourceVersion: plainText(objectIn(object, 'metadata').resourceVersion),
});

const isLost = (): MeshctlError =>
  new MeshctlError('environment', 'somebody else carries on this upgrade now', {
    reason: 'its state was taken over or deleted meanwhile',
    hint: 'see how far it is with `meshctl upgrade status`',
  });
