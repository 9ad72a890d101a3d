import type { WriteOptions } from '../apply/write-options.ts';

/** Which object is deleted, and how. */
export interface DeleteOptions extends Pick<WriteOptions, 'dryRun' | 'signal'> {
  /** The uid of the object that is meant. */
  readonly uid: string;
  /**
   * What becomes of the objects that it owns: deleted before it, after it, or kept. Default: `Foreground`.
   * https://kubernetes.io/docs/concepts/architecture/garbage-collection/#cascading-deletion
   */
  readonly propagation?: 'Foreground' | 'Background' | 'Orphan';
}

/** `gone`: no such object is there (any more). `ending`: it will be, when what it owns and its finalizers are done. */
export type DeleteOutcome = 'gone' | 'ending';
