import type { InstallEvent, InstallPlan } from '../../src/install/index.ts';
import { titleOf } from '../../src/operator/diff/index.ts';
import { printable, type Paint } from '../../src/output/index.ts';

type State = 'open' | 'applying' | 'waiting' | 'done' | 'failed';

interface StageProgress {
  readonly total: number;
  readonly applied: number;
  readonly state: State;
  /** What is waited for, in words. */
  readonly waiting: readonly string[];
}

/** How far the stages of a plan are, from what happens. */
export class Progress {
  readonly #stages: Map<string, StageProgress>;

  constructor({ stages, prune }: InstallPlan) {
    const all = [
      ...stages.map(({ name, changes }) => [name, changes.length] as const),
      ...(prune.length > 0 ? [['Prune', prune.length] as const] : []),
    ];
    this.#stages = new Map(
      all.map(([name, total]) => [name, { total, applied: 0, state: 'open', waiting: [] }]),
    );
  }

  /** Takes what happened; gives a line about it where it is worth one. */
  take(event: InstallEvent): string | undefined {
    const { stage } = event;
    const before = this.#stages.get(stage) ?? { total: 0, applied: 0, state: 'open', waiting: [] };
    const now = next(before, event);
    this.#stages.set(stage, now);
    return lineOf(event, before, now);
  }

  /** A line for each stage, and below it what it waits for. */
  lines(styles: Paint): readonly string[] {
    return [...this.#stages].flatMap(([name, { state, applied, total, waiting }]) => [
      `${marks[state](styles)} ${name} ${styles.dim(`${applied}/${total}`)}`,
      ...waiting.map((reason) => `    ${reason}`),
    ]);
  }
}

const marks: Readonly<Record<State, (styles: Paint) => string>> = {
  open: ({ dim }) => dim('·'),
  applying: ({ info }) => info('→'),
  waiting: ({ warning }) => warning('…'),
  done: ({ ok }) => ok('✓'),
  failed: ({ error }) => error('✗'),
};

function next(before: StageProgress, event: InstallEvent): StageProgress {
  switch (event.type) {
    case 'started':
      return { ...before, state: 'applying' };
    case 'applied':
      return { ...before, applied: before.applied + 1 };
    case 'waiting':
      return {
        ...before,
        state: 'waiting',
        waiting: event.waiting.map(({ object, reason }) => printable(`${titleOf(object)}: ${reason}`)),
      };
    case 'done':
      return { ...before, state: 'done', waiting: [] };
    case 'failed':
      return { ...before, state: 'failed' };
  }
}

function lineOf(event: InstallEvent, before: StageProgress, now: StageProgress): string | undefined {
  const { stage } = event;
  switch (event.type) {
    case 'waiting':
      return now.waiting.join() === before.waiting.join()
        ? undefined
        : `${stage}: waiting for ${now.waiting.join('; ')}`;
    case 'applied':
      return actionLine(event);
    case 'done':
      return `${stage}: done`;
    case 'failed':
      return `${stage}: failed`;
    case 'started':
      return undefined;
  }
}

const past = { create: 'created', change: 'changed', delete: 'deleted' } as const;

function actionLine({ stage, change }: Extract<InstallEvent, { type: 'applied' }>): string | undefined {
  if (change.action === 'unchanged') return undefined;
  return `${stage}: ${past[change.action]} ${titleOf(change.object)}`;
}
