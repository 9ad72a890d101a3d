import type { ClusterChange } from '../changes/index.ts';
import type { InjectionShift } from './injection-shifts.ts';
import type { WebhookOverlap } from './webhook-overlaps.ts';

/** What setting or removing a tag does to a cluster. Pure data: it can be printed, saved and compared. */
export interface TagPlan {
  readonly tag: string;
  /** That the tag stands for afterwards; undefined when it is removed. */
  readonly revision: string | undefined;
  /** In the order in which they are carried out. */
  readonly changes: readonly ClusterChange[];
  /** Who injects the Pods of each namespace, before and after. */
  readonly injection: readonly InjectionShift[];
  /** Pods for which the new webhook and another one would both be called. */
  readonly overlaps: readonly WebhookOverlap[];
  /** What the user should know before agreeing, in words. */
  readonly notices: readonly string[];
}
