import { MeshctlError, messageOf } from '../errors.ts';

/** How far an installation came. */
export interface InstallProgress {
  /** Stages that are in place, and ready if that was waited for. */
  readonly done: readonly string[];
  readonly failed: readonly FailedStage[];
  /** Stages that were not begun. */
  readonly open: readonly string[];
}

export interface FailedStage {
  readonly stage: string;
  readonly error: unknown;
}

/** An installation that stopped half-way. What is in place stays; the same installation goes on from there. */
export class InstallFailure extends MeshctlError {
  readonly progress: InstallProgress;

  constructor(progress: InstallProgress) {
    const { done, failed, open } = progress;
    const [first] = failed;
    const cause = first?.error;
    const known = cause instanceof MeshctlError ? cause : undefined;
    const place = done.length === 0 ? 'nothing is in place' : `in place: ${done.join(', ')}`;
    const rest = open.length === 0 ? '' : `; not begun: ${open.join(', ')}`;
    super('environment', `the installation is not complete: ${failed.map(textOf).join('; ')}`, {
      ...(known?.reason !== undefined && { reason: known.reason }),
      hint: `${known?.hint === undefined ? '' : `${known.hint}; `}${place}${rest}; nothing was removed; the same command goes on from there`,
      cause,
    });
    this.name = 'InstallFailure';
    this.progress = progress;
  }
}

/** Errors of waiting name the stage themselves. */
function textOf({ stage, error }: FailedStage): string {
  const message = messageOf(error);
  return message.startsWith(`${stage} `) ? message : `${stage}: ${message}`;
}
