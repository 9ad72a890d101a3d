import type { Channel } from '../api/index.ts';
import type { ReadResult } from '../resources/index.ts';
import type { Policy } from './policy/index.ts';
import type { ValidationMemory } from '../validate/index.ts';
import type { KindName } from './kinds.ts';
import type { AnalysisRule } from './rule.ts';

/** What an analysis takes for granted, and how strict it is. */
export interface AnalyzeOptions {
  /** The namespace of objects that name none. Default: `default`; none at all under `compat`. */
  readonly namespace?: string;
  /** Which Gateway API definitions the cluster has. Default: `standard`. */
  readonly channel?: Channel;
  /** Report objects of unknown kinds and versions as errors. Default: false. */
  readonly strict?: boolean;
  /**
   * `partial` (default): what is absent from a namespace of which the input holds no Service, ServiceEntry or
   * workload may live in the cluster, and is information. `complete`: what is absent does not exist; so it is under `compat`.
   */
  readonly assume?: 'complete' | 'partial';
  /** Kinds of which the input holds only some objects, even if it is complete otherwise. */
  readonly unread?: readonly KindName[];
  /** `istioctl`: exactly the findings of istioctl, with its assumptions; see docs/from-istioctl.md. */
  readonly compat?: 'istioctl';
  /** A mesh config, as `readText` or `readResources` gives it; without one the input is searched for it. */
  readonly meshConfig?: ReadResult;
  /** The networks of the mesh. */
  readonly meshNetworks?: ReadResult;
  /** Only these rules, by slug or code; they run even when they are opt-in. Default: all that are not opt-in. */
  readonly only?: readonly string[];
  /** What to leave out, and how severe the rest is; comments and annotations in the input count besides. */
  readonly policy?: Policy;
  /** The folder that the files of the input count from. Default: the working directory. */
  readonly cwd?: string;
  /** Rules of your own, made with `defineRule`. */
  readonly rules?: readonly AnalysisRule[];
  /** How the input is split into configurations that are applied together. Default: `auto`. */
  readonly unit?: 'auto' | 'dir' | 'file' | 'all';
  /** Keeps what was found of single objects: for one run after another over input that changes little, with the same options. */
  readonly memory?: ValidationMemory;
  /** The versions to judge deprecations by. Default: the newest that meshctl knows. */
  readonly istioVersion?: string;
  readonly kubernetesVersion?: string;
  /** The moment to judge certificates by. Default: now. */
  readonly now?: Date;
}
