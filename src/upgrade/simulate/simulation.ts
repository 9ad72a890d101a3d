import type { ObjectKey } from '../../kube/apply/index.ts';
import type { Violation } from '../invariants/index.ts';

/** What a plan did to a simulated cluster. */
export interface Simulation {
  readonly kind: 'UpgradeSimulation';
  readonly schemaVersion: 1;
  /** Whether every step was done, and nothing was violated. */
  readonly succeeds: boolean;
  readonly steps: readonly SimulatedStep[];
  /** What somebody has to do first, in words, such as to make room in a budget. */
  readonly wants: readonly string[];
  /** Objects of the snapshot that the simulation goes without, and why. */
  readonly left: readonly string[];
}

export interface SimulatedStep {
  readonly id: string;
  readonly title: string;
  readonly outcome: 'done' | 'failed' | 'not-reached';
  /** Why it failed, in words. */
  readonly problems: readonly string[];
  /** What it wrote, by kind and name; Pods are counted. */
  readonly writes: readonly SimulatedWrite[];
  /** Pods with a proxy after it, by the revision that injected them. */
  readonly pods: Readonly<Record<string, number>>;
  /** What did not hold at some moment of the step, and must. */
  readonly violations: readonly Violation[];
}

export interface SimulatedWrite {
  readonly action: 'create' | 'change' | 'delete' | 'restart';
  readonly object: ObjectKey;
  /** Fields of one that changed, such as `metadata.labels.istio.io/rev: stable -> 1-31-1`. */
  readonly changes: readonly string[];
}
