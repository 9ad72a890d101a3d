import { MeshctlError } from '../../errors.ts';

/** A step that cannot go on. */
export class StepFailure extends MeshctlError {
  /** `ill`: what has moved is not well. `barred`: the cluster is not as the plan expects it, or does not allow the step now. */
  readonly kind: 'ill' | 'barred';
  readonly problems: readonly string[];

  constructor(kind: 'ill' | 'barred', problems: readonly string[]) {
    super('environment', problems.join('; '));
    this.name = 'StepFailure';
    this.kind = kind;
    this.problems = problems;
  }
}
