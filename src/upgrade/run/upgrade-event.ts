import type { StepAction } from './step-action.ts';
import type { UpgradeState } from './upgrade-state.ts';

/** What happens while a plan is carried out, or taken back. */
export type UpgradeEvent =
  /** `way` is `undo` for what is taken back. */
  | { readonly type: 'step-started'; readonly step: string; readonly way: 'do' | 'undo' }
  | {
      readonly type: 'action';
      readonly step: string;
      readonly action: StepAction;
      readonly outcome: ActionOutcome;
    }
  /** What is waited for, whenever that is something else. */
  | { readonly type: 'waiting'; readonly step?: string; readonly reason: string }
  /** What somebody should know or do; nothing waits for it. */
  | { readonly type: 'notice'; readonly step: string; readonly message: string }
  | { readonly type: 'step-done'; readonly step: string; readonly way: 'do' | 'undo' }
  /** What is wrong, one sentence each; a rollback of the step may follow. */
  | { readonly type: 'step-failed'; readonly step: string; readonly problems: readonly string[] }
  /** The last one. */
  | { readonly type: 'ended'; readonly state: UpgradeState };

/** `unchanged`: nothing was to do. */
export type ActionOutcome = 'done' | 'unchanged';
