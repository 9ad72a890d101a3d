import type { JsonObject } from '../../json.ts';
import { describeKey, type ClusterWriter, type ObjectKey } from '../../kube/apply/index.ts';
import type { LabelChange } from '../upgrade-plan.ts';
import { labelIn } from './before-values.ts';
import { patchAsRead } from './patch-as-read.ts';
import type { LabelObject } from './step-action.ts';
import { StepFailure } from './step-failure.ts';
import type { ActionOutcome } from './upgrade-event.ts';

/**
 * Sets labels of an object that is still as it was read. One that is gone has nothing to move.
 *
 * @throws {StepFailure} when somebody else has changed the labels.
 */
export const labelObject = (
  writer: ClusterWriter,
  { object, labels }: LabelObject,
  signal: AbortSignal,
): Promise<ActionOutcome> =>
  patchAsRead(
    writer,
    object,
    (live) => {
      requireKnown(object, live, 'labels', labels);
      return isMoved(live, 'labels', labels) ? undefined : { metadata: { labels: afterOf(labels) } };
    },
    signal,
  );

/** @throws {StepFailure} when labels are neither as before nor as after. */
export function requireKnown(
  object: ObjectKey,
  live: JsonObject,
  part: 'labels' | 'template-labels',
  labels: Readonly<Record<string, LabelChange>>,
): void {
  const problem = labelProblem(object, live, part, labels);
  if (problem !== undefined) throw new StepFailure('barred', [problem]);
}

/** Why labels are not those that the plan knows; undefined when they are as before, or as after. */
export function labelProblem(
  object: ObjectKey,
  live: JsonObject,
  part: 'labels' | 'template-labels',
  labels: Readonly<Record<string, LabelChange>>,
): string | undefined {
  const all = Object.entries(labels).map(([key, change]) => ({ key, change, now: labelIn(live, part, key) }));
  if (all.every(({ now, change }) => now === change.before)) return undefined;
  if (all.every(({ now, change }) => now === change.after)) return undefined;
  const where = part === 'labels' ? '' : 'the template of ';
  const found = all.map(({ key, now }) => textOf(key, now)).join(' and ');
  const wanted = all.map(({ key, change }) => textOf(key, change.before)).join(' and ');
  return `somebody else changed ${where}${describeKey(object)}: it has ${found}, and the plan expects ${wanted}`;
}

const textOf = (key: string, value: string | null): string =>
  value === null ? `no label ${key}` : `${key}=${value}`;

export const isMoved = (
  live: JsonObject,
  part: 'labels' | 'template-labels',
  labels: Readonly<Record<string, LabelChange>>,
): boolean => Object.entries(labels).every(([key, { after }]) => labelIn(live, part, key) === after);

export const afterOf = (labels: Readonly<Record<string, LabelChange>>): JsonObject =>
  Object.fromEntries(Object.entries(labels).map(([key, { after }]) => [key, after]));
