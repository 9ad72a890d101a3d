import { idOf } from '../../../kube/apply/index.ts';
import {
  actionsOf,
  beforeValues,
  undoActionsOf,
  type BeforeValue,
  type StepAction,
} from '../../run/index.ts';
import { objectBefore } from '../../run/before-values.ts';
import type { UpgradePlan, UpgradeStep } from '../../upgrade-plan.ts';
import { actInModel, Stopped } from './act-in-model.ts';
import { desiredOf, installPlan } from './control-planes.ts';
import type { ModelMesh } from './model-mesh.ts';

/** How an upgrade goes that is played in a model. */
export interface Course {
  /** Actions after which the runner is killed, counted over all; it begins the step anew then. */
  readonly kills: readonly number[];
  /** The action at which all is taken back, counted over all; undefined for an upgrade to the end. */
  readonly backAt?: number;
  /** What somebody does about an action that cannot be done, such as to make room in a budget. */
  readonly mend: (mesh: ModelMesh, stopped: Stopped) => void;
}

/** A plan under way. */
export class Play {
  readonly #mesh: ModelMesh;
  readonly #plan: UpgradePlan;
  readonly #course: Course;
  readonly #before = new Map<string, readonly BeforeValue[]>();
  #count = 0;

  constructor(mesh: ModelMesh, plan: UpgradePlan, course: Course) {
    this.#mesh = mesh;
    this.#plan = plan;
    this.#course = course;
  }

  /** Plays it; `back` tells whether it was taken back. */
  async run(): Promise<'done' | 'back'> {
    for (const step of this.#plan.steps) if (!(await this.#carryOut(step))) return this.#takeBack();
    return 'done';
  }

  /** False when it is time to go back. */
  async #carryOut(step: UpgradeStep): Promise<boolean> {
    for (;;) {
      const actions = actionsOf(step, this.#mesh.objects, this.#plan);
      if (!this.#before.has(step.id)) this.#before.set(step.id, await this.#valuesBefore(actions));
      const end = await this.#act(actions, `${step.id}, begun`);
      if (end !== 'killed') return end === 'done';
    }
  }

  async #takeBack(): Promise<'back'> {
    const begun = new Set(this.#before.keys());
    for (const step of this.#plan.steps.toReversed()) {
      const before = this.#before.get(step.id);
      if (before === undefined) continue;
      let end: string;
      do {
        const actions = undoActionsOf(step, before, this.#plan, begun);
        end = await this.#act(actions, `${step.id}, undone`, true);
      } while (end === 'killed');
    }
    return 'back';
  }

  async #act(
    actions: readonly StepAction[],
    restartedAt: string,
    isBack = false,
  ): Promise<'done' | 'killed' | 'back'> {
    for (const action of actions) {
      if (!isBack && this.#course.backAt === this.#count) return 'back';
      await this.#actOrMend(action, restartedAt);
      this.#count += 1;
      if (this.#course.kills.includes(this.#count)) return 'killed';
    }
    return 'done';
  }

  async #actOrMend(action: StepAction, restartedAt: string): Promise<void> {
    try {
      await actInModel(this.#mesh, action, restartedAt);
    } catch (error) {
      if (!(error instanceof Stopped)) throw error;
      this.#course.mend(this.#mesh, error);
      await actInModel(this.#mesh, action, restartedAt);
    }
  }

  /** What an installation writes is recorded from its own plan. */
  async #valuesBefore(actions: readonly StepAction[]): Promise<readonly BeforeValue[]> {
    const values = new Map<string, BeforeValue>();
    for (const action of actions) {
      if (action.type !== 'install') continue;
      const { stages } = installPlan(this.#mesh, await desiredOf(action.spec));
      for (const { action: what, object, live } of stages.flatMap(({ changes }) => changes))
        if (what !== 'unchanged') values.set(idOf(object), objectBefore(object, live));
    }
    return [...beforeValues(actions, this.#mesh.objects), ...values.values()];
  }
}
