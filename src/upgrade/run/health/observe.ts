import { setTimeout as pause } from 'node:timers/promises';
import type { OwnerRestart } from '../../upgrade-plan.ts';
import { PauseAsked } from '../pause-asked.ts';
import { poll } from '../poll.ts';
import type { StepContext } from '../run-context.ts';
import { StepFailure } from '../step-failure.ts';
import { assess, baselineOf, noBaseline } from './assess.ts';
import type { HealthProblem } from './health-problem.ts';

/**
 * Waits until all that has moved is well.
 *
 * @throws {StepFailure} when it is not in time, or something is wrong that will not pass.
 */
export async function awaitHealth(context: StepContext, owners: readonly OwnerRestart[]): Promise<void> {
  const left = await poll(context, async () => {
    const problems = await assess(context, owners, noBaseline);
    failIfLasting(problems);
    return textsOf(problems);
  });
  if (left.length > 0) throw new StepFailure('ill', left);
}

/**
 * Looks at what has moved for so long. What may pass must be seen in three looks one after the other before it counts.
 *
 * @throws {StepFailure} with what is not well. @throws {PauseAsked} A watch that goes on later begins anew.
 */
export async function observe(
  context: StepContext,
  owners: readonly OwnerRestart[],
  seconds: number,
): Promise<void> {
  const end = Date.now() + seconds * 1000;
  const baseline = await baselineOf(context, owners);
  let inRow = 0;
  do {
    if (await context.store.pauseWanted()) throw new PauseAsked();
    const problems = await assess(context, owners, baseline);
    failIfLasting(problems);
    inRow = problems.length === 0 ? 0 : inRow + 1;
    if (inRow === mostInRow) throw new StepFailure('ill', textsOf(problems));
    if (problems.length > 0)
      context.emit({ type: 'waiting', step: context.step, reason: textsOf(problems).join('; ') });
    await pause(context.health.interval, undefined, { signal: context.signal });
  } while (Date.now() < end || inRow > 0);
}

const mostInRow = 3;

/** Of many Pods that have the same, some stand for all. */
const mostTexts = 5;

function textsOf(problems: readonly HealthProblem[]): readonly string[] {
  const shown = problems.slice(0, mostTexts).map(({ text }) => text);
  const more = problems.length - shown.length;
  return more > 0 ? [...shown, `and ${more} more`] : shown;
}

function failIfLasting(problems: readonly HealthProblem[]): void {
  const lasting = problems.filter(({ lasts }) => lasts);
  if (lasting.length > 0) throw new StepFailure('ill', textsOf(lasting));
}
