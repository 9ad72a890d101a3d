import { MeshctlError, messageOf } from '../errors.ts';
import type { ClusterClient } from '../kube/index.ts';
import type { BugReportEvent, PlannedTarget } from './bug-report-event.ts';
import type { FailedTarget } from './report-entry.ts';
import { ManifestBuilder, manifestEntry } from './bug-report-manifest.ts';
import type { BugReportOptions } from './bug-report-options.ts';
import { cleanEntry } from './clean-entry.ts';
import { findTargets } from './find-targets.ts';
import { inOrder } from './in-order.ts';
import { redactText } from './redact-text.ts';
import type { Gathered, Target } from './target.ts';

/** So many parts are gathered at once. */
const concurrency = 8;

/** What a report would be made of. Reads names, and nothing else. */
export async function planBugReport(
  client: ClusterClient,
  options: BugReportOptions = {},
): Promise<readonly PlannedTarget[]> {
  const { targets } = await findTargets(client, options);
  return targets.map(({ path, what }) => ({ path, what }));
}

/**
 * Gathers what helps to find out what is wrong with a mesh, without secrets, and tells of each part as it comes. What
 * cannot be gathered, takes too long or would make the report too large is left out, and the manifest says so. Nothing is
 * changed in the cluster.
 *
 * @throws {MeshctlError} `environment` when the cluster does not answer at all; the reason of the signal when it ends.
 */
export async function* gatherBugReport(
  client: ClusterClient,
  options: BugReportOptions = {},
): AsyncGenerator<BugReportEvent, void, undefined> {
  const { now = new Date(), istioNamespace = 'istio-system', maxBytes = 100 * 2 ** 20, timeout } = options;
  const end = timeout === undefined ? undefined : performance.now() + timeout;
  const { targets, failed } = await findTargets(client, options);
  yield { type: 'planned', targets: targets.map(({ path, what }) => ({ path, what })) };
  const manifest = new ManifestBuilder();
  for (const failure of failed) {
    manifest.fail(failure);
    yield { type: 'failed', failure };
  }
  const isOver = (): boolean => end !== undefined && performance.now() > end;
  const jobs = targets.map((target) => () => outcomeOf(target, isOver() ? timeIsOver : undefined, options));
  for await (const outcome of inOrder(concurrency, jobs)) {
    const event = eventOf(outcome, maxBytes - manifest.bytes);
    if (event === undefined) continue;
    record(manifest, event);
    yield event;
  }
  const built = manifest.build(now, istioNamespace);
  yield { type: 'entry', entry: manifestEntry(built) };
  yield { type: 'done', manifest: built };
}

const timeIsOver = 'the time for the whole report was over';

function record(manifest: ManifestBuilder, event: PartEvent): void {
  if (event.type === 'entry') manifest.add(event.entry);
  else if (event.type === 'failed') manifest.fail(event.failure);
  else manifest.skip(event.skipped);
}

/** What came of a target: what was gathered, nothing, or why not. */
interface Outcome {
  readonly target: Target;
  readonly gathered?: Gathered | undefined;
  readonly error?: unknown;
  readonly skipped?: string | undefined;
}

async function outcomeOf(
  target: Target,
  skipped: string | undefined,
  { targetTimeout = 15_000, signal }: BugReportOptions,
): Promise<Outcome> {
  signal?.throwIfAborted();
  if (skipped !== undefined) return { target, skipped };
  const clock = new AbortController();
  const timer = setTimeout(() => {
    clock.abort(tooSlow(targetTimeout));
  }, targetTimeout);
  const ends = signal ? AbortSignal.any([clock.signal, signal]) : clock.signal;
  try {
    return { target, gathered: await target.gather(ends) };
  } catch (error) {
    signal?.throwIfAborted();
    return { target, error };
  } finally {
    clearTimeout(timer);
  }
}

const tooSlow = (milliseconds: number): MeshctlError =>
  new MeshctlError('environment', `it was not there within ${milliseconds / 1000} s`);

type PartEvent = Extract<BugReportEvent, { type: 'entry' | 'failed' | 'skipped' }>;

function eventOf({ target, gathered, error, skipped }: Outcome, room: number): PartEvent | undefined {
  const { path } = target;
  if (skipped !== undefined) return { type: 'skipped', skipped: { path, reason: skipped } };
  if (error !== undefined) return { type: 'failed', failure: failureOf(path, error) };
  if (gathered === undefined) return undefined;
  const entry = cleanEntry(target, gathered, room);
  if (entry !== undefined) return { type: 'entry', entry };
  return { type: 'skipped', skipped: { path, reason: 'the report would have become too large' } };
}

/** An answer that is part of a message may hold anything, too. */
function failureOf(path: string, error: unknown): FailedTarget {
  const reason = error instanceof MeshctlError ? error.reason : undefined;
  return {
    path,
    message: redactText(messageOf(error)).text,
    ...(reason !== undefined && { reason: redactText(reason).text }),
  };
}
