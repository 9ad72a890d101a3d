import type { ClusterChange } from '../../changes/index.ts';
import type { VmBundleOptions } from '../bundle/vm-bundle.ts';
import type { PublicVmFacts } from '../facts/vm-facts.ts';
import type { VmGroup } from '../group/vm-group.ts';
import type { OnboardingCheck } from './checks/onboarding-check.ts';

/** What is done, in this order. */
export type StepName = 'group' | 'service-account' | 'token' | 'files' | 'delivery' | 'registration';

/** One thing that an onboarding does. */
export interface OnboardingStep {
  readonly name: StepName;
  /** `unchanged`: done before. */
  readonly action: 'create' | 'change' | 'unchanged' | 'refresh' | 'deliver' | 'wait';
  readonly text: string;
  /** What is written to the cluster. */
  readonly change?: ClusterChange;
}

/** How a VM comes into the mesh: what was found, and what is to be done. No secret is in it. */
export interface VmOnboardingPlan {
  /** Whether no check is an error; else nothing may be done. */
  readonly ok: boolean;
  readonly group: VmGroup;
  readonly checks: readonly OnboardingCheck[];
  readonly steps: readonly OnboardingStep[];
  /** What the files are made from; undefined when they cannot be made. */
  readonly facts: PublicVmFacts | undefined;
  readonly bundle: VmBundleOptions;
  /** Seconds that a new token is asked to be valid for, if the VM needs one. */
  readonly tokenDuration: number;
}

/** What the user decides. */
export interface OnboardingOptions {
  readonly bundle: VmBundleOptions;
  readonly tokenDuration: number;
  /** Where the files stay, in words; absent when they stay nowhere. */
  readonly folder?: string;
  /** How they come to the VM, in words: `to vm1, with ssh`; absent when that is left to the user. */
  readonly delivery?: string;
  /** Whether to wait until the VM is registered and, with a probe, healthy. */
  readonly wait: boolean;
}
