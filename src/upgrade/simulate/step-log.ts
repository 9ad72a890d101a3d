import { compareText } from '../../compare-text.ts';
import { objectIn, plainText, type JsonObject } from '../../json.ts';
import { annotationOf } from '../../label-of.ts';
import type { Violation } from '../invariants/index.ts';
import type { UpgradePlan } from '../upgrade-plan.ts';
import { differences } from './differences.ts';
import type { SimulatedStep } from './simulation.ts';

/** Notes what becomes of the steps of a plan. */
export class StepLog {
  readonly #plan: UpgradePlan;
  readonly #ended = new Map<string, SimulatedStep>();
  #violations = new Map<string, Violation>();
  #objects: readonly JsonObject[];
  #current: string | undefined;

  /** `objects` are those before the first step. */
  constructor(plan: UpgradePlan, objects: readonly JsonObject[]) {
    this.#plan = plan;
    this.#objects = objects;
  }

  began(id: string): void {
    this.#current = id;
    this.#violations = new Map();
  }

  /** What does not hold at this moment. */
  violated(violations: readonly Violation[]): void {
    if (this.#current === undefined) return;
    for (const one of violations) this.#violations.set(`${one.code} ${one.subject}`, one);
  }

  ended(id: string, problems: readonly string[], objects: readonly JsonObject[]): void {
    this.#current = undefined;
    this.#ended.set(id, {
      ...{ id, title: this.#titleOf(id), problems, outcome: problems.length === 0 ? 'done' : 'failed' },
      writes: differences(this.#objects, objects),
      pods: podsByRevision(objects),
      violations: [...this.#violations.values()],
    });
    this.#objects = objects;
  }

  /** All steps of the plan, in their order. */
  get steps(): readonly SimulatedStep[] {
    return this.#plan.steps.map(
      ({ id, title }) =>
        this.#ended.get(id) ?? {
          ...{ id, title, outcome: 'not-reached', problems: [], writes: [], pods: {}, violations: [] },
        },
    );
  }

  #titleOf(id: string): string {
    return this.#plan.steps.find((step) => step.id === id)?.title ?? id;
  }
}

function podsByRevision(objects: readonly JsonObject[]): Readonly<Record<string, number>> {
  const counts = new Map<string, number>();
  for (const object of objects) {
    const revision = object.kind === 'Pod' ? revisionOf(object) : '';
    if (revision !== '') counts.set(revision, (counts.get(revision) ?? 0) + 1);
  }
  return Object.fromEntries([...counts].sort(([a], [b]) => compareText(a, b)));
}

function revisionOf(pod: JsonObject): string {
  try {
    const status = JSON.parse(annotationOf(pod, 'sidecar.istio.io/status')) as JsonObject;
    return plainText(objectIn(status).revision);
  } catch {
    return '';
  }
}
