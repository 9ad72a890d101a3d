import type { Skew, Support } from '../releases/index.ts';
import type { ComponentInstance, ComponentName, Origin } from './inventory/component-instance.ts';

/** All instances of one build of a component: what is judged together. */
export interface ComponentGroup {
  /** Such as `sidecar 1.30.2`. */
  readonly id: string;
  readonly component: ComponentName;
  readonly version?: string;
  readonly line?: string;
  readonly origin: Origin;
  readonly vendorSuffix?: string;
  readonly instances: readonly ComponentInstance[];
  /** Sum over the instances. */
  readonly pods: number;
  /** Absent where the version is not known, or of a vendor. */
  readonly support?: Support;
  /** Where it does not go together with the control plane that it follows; the worst, if there are several. */
  readonly skew?: Skew;
}
