import type { ClusterChange } from '../changes/index.ts';
import type { ObjectKey } from '../kube/apply/index.ts';

/** What happens while a plan is carried out, in order. Every `started` stage ends as `done` or `failed`. */
export type InstallEvent =
  | { readonly type: 'started'; readonly stage: string }
  /** An object was written (or found as it should be). */
  | { readonly type: 'applied'; readonly stage: string; readonly change: ClusterChange }
  /** What the stage waits for, whenever that is something else. */
  | { readonly type: 'waiting'; readonly stage: string; readonly waiting: readonly Waited[] }
  | { readonly type: 'done'; readonly stage: string }
  | { readonly type: 'failed'; readonly stage: string; readonly error: unknown };

/** An object that is not ready, and why. */
export interface Waited {
  readonly object: ObjectKey;
  readonly reason: string;
}
