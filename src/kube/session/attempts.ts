import { MeshctlError } from '../../errors.ts';
import { delayBefore, mostAttempts, type Clock } from './retry.ts';
import type { ApiAnswer } from './send.ts';

/** What came of asking once. */
export type Attempt<Value> =
  | { readonly value: Value; readonly failure?: undefined }
  | {
      readonly failure: MeshctlError;
      /** Whether it may well work in a while. */
      readonly again: boolean;
      readonly answer?: ApiAnswer;
    };

/** Asks until there is an answer, it fails for good, or has failed too often. */
export async function attempts<Value>(
  attempt: () => Promise<Attempt<Value>>,
  signal: AbortSignal,
  clock: Clock,
  most: number = mostAttempts,
): Promise<Value> {
  let failure: MeshctlError | undefined;
  for (let count = 1; ; count += 1) {
    throwIfOver(signal, failure);
    const result = await attempt();
    if (result.failure === undefined) return result.value;
    failure = result.failure;
    if (!result.again || count >= most) throw failure;
    const delay = delayBefore(count, result.answer, clock.random);
    await clock.pause(delay, signal).catch(() => undefined);
  }
}

/** When the time is over between two attempts, the last failure says why it was needed. */
function throwIfOver(signal: AbortSignal, failure: MeshctlError | undefined): void {
  if (!signal.aborted) return;
  const reason: unknown = signal.reason;
  if (!(reason instanceof MeshctlError) || failure === undefined) throw reason;
  throw new MeshctlError(reason.code, reason.message, {
    ...(reason.hint !== undefined && { hint: reason.hint }),
    reason: failure.reason === undefined ? failure.message : `${failure.message} (${failure.reason})`,
    cause: failure,
  });
}
