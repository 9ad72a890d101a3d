import type { Json, JsonObject } from '../../json.ts';
import { describeKey, type ClusterWriter } from '../../kube/apply/index.ts';
import { ApiError } from '../../kube/index.ts';
import { fieldIn } from '../field-in.ts';
import type { FieldChange, ObjectPatch } from '../upgrade-plan.ts';
import { StepFailure } from './step-failure.ts';
import type { ActionOutcome } from './upgrade-event.ts';

/**
 * Changes fields of an object in one JSON patch that demands their old values. One that is gone has nothing to change.
 *
 * @throws {StepFailure} when somebody else has changed the fields.
 */
export async function patchObject(
  writer: Pick<ClusterWriter, 'get' | 'patch'>,
  patch: ObjectPatch,
  signal: AbortSignal,
): Promise<ActionOutcome> {
  const { object, changes } = patch;
  for (let attempt = 1; ; attempt += 1) {
    const live = await writer.get(object, { signal });
    if (live === undefined) return 'unchanged';
    const problem = patchProblem(patch, live);
    if (problem !== undefined) throw new StepFailure('barred', [problem]);
    if (changes.every(({ path, after }) => fieldIn(live, path) === after)) return 'unchanged';
    try {
      await writer.patch(object, operationsOf(changes), { type: 'json', signal });
      return 'done';
    } catch (error) {
      if (!isRefusedTest(error) || attempt === mostAttempts) throw error;
    }
  }
}

/** Why fields are not those that the plan knows; undefined when they are as before, or as after. */
export function patchProblem({ object, changes }: ObjectPatch, live: JsonObject): string | undefined {
  const all = changes.map((change) => ({ ...change, now: fieldIn(live, change.path) }));
  if (all.every(({ now, before }) => now === before)) return undefined;
  if (all.every(({ now, after }) => now === after)) return undefined;
  const strange = all.filter(({ now, before }) => now !== before);
  const found = strange.map(({ path, now, before }) => `${path} is ${textOf(now)} instead of ${before}`);
  return `somebody else changed ${describeKey(object)}: ${found.join(', and ')}`;
}

const textOf = (value: string | undefined): string => value ?? 'no text any more';

/** https://www.rfc-editor.org/rfc/rfc6902: all of it is done, or nothing. */
const operationsOf = (changes: readonly FieldChange[]): Json[] =>
  changes.flatMap(({ path, before, after }): Json[] => [
    { op: 'test', path, value: before },
    { op: 'replace', path, value: after },
  ]);

/** Somebody was faster: whether that matters is seen when it is read again. */
const isRefusedTest = (error: unknown): boolean =>
  error instanceof ApiError && (error.status === 409 || error.status === 422);

const mostAttempts = 3;
