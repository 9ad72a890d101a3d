import { setTimeout as wait } from 'node:timers/promises';
import { MeshctlError } from '../../src/errors.ts';
import { diffDumps, type ProxyDiff } from '../../src/proxy/diff/index.ts';
import type { ProxyDump } from '../../src/proxy/index.ts';
import type { ProxySource } from '../../src/proxy/source/index.ts';
import type { CommandIo } from '../command-io.ts';
import { interruptedExitCode } from '../exit-codes.ts';
import { printDiffAt, type DiffFormat } from './print-diff.ts';

export interface WatchOptions {
  readonly output: DiffFormat;
  readonly includeNoise: boolean;
  /** Milliseconds from one dump to the next. */
  readonly interval: number;
  /** Milliseconds after which to end; without it only Ctrl-C does. */
  readonly duration: number | undefined;
}

/**
 * Prints what changes in a live proxy from one dump to the next, beginning with how it differs from `baseline` if there
 * is one. Returns the exit code: 1 when something did. A proxy that does not answer for a while is waited for.
 */
export async function watchDiff(
  io: CommandIo,
  live: ProxySource,
  baseline: ProxySource | undefined,
  options: WatchOptions,
): Promise<number> {
  const signal = io.interrupt();
  try {
    return await watch(io, live, baseline, options, signal);
  } catch (error) {
    if (signal.aborted) return interruptedExitCode;
    throw error;
  }
}

async function watch(
  io: CommandIo,
  live: ProxySource,
  baseline: ProxySource | undefined,
  options: WatchOptions,
  signal: AbortSignal,
): Promise<number> {
  const { interval, duration = Infinity } = options;
  const end = performance.now() + duration;
  let [before, hasChanged] = [await (baseline ?? live).read(), false];
  if (baseline !== undefined) [before, hasChanged] = await step(io, before, await live.read(), options);
  io.note(`watching ${live.name}, press Ctrl-C to end`);
  for (;;) {
    const left = end - performance.now();
    if (left <= 0) return hasChanged ? 1 : 0;
    await wait(Math.min(interval, left), undefined, { signal });
    const after = await readAgain(io, live, signal);
    if (after === undefined) continue;
    const [next, isDifferent] = await step(io, before, after, options);
    [before, hasChanged] = [next, hasChanged || isDifferent];
  }
}

/** Compares two dumps and prints what is new in the second; gives that and whether there was something. */
async function step(
  io: CommandIo,
  before: ProxyDump,
  after: ProxyDump,
  { output, includeNoise }: WatchOptions,
): Promise<[ProxyDump, boolean]> {
  const diff = newIn(diffDumps(before, after, { includeNoise }));
  const { added, removed, changed, rejectedAfter } = diff;
  const isDifferent = [added, removed, changed, rejectedAfter].some((list) => list.length > 0);
  if (isDifferent) await printDiffAt(io, diff, output, new Date().toISOString());
  return [after, isDifferent];
}

/** Updates that were refused before and still are have been told of. */
function newIn(diff: ProxyDiff): ProxyDiff {
  const known = new Set(diff.rejectedBefore.map((one) => JSON.stringify(one)));
  const rejectedAfter = diff.rejectedAfter.filter((one) => !known.has(JSON.stringify(one)));
  return { ...diff, rejectedBefore: [], rejectedAfter };
}

/** Undefined when the proxy does not answer, which is said. */
async function readAgain(
  io: CommandIo,
  live: ProxySource,
  signal: AbortSignal,
): Promise<ProxyDump | undefined> {
  try {
    return await live.read();
  } catch (error) {
    if (signal.aborted || !(error instanceof MeshctlError) || error.code !== 'environment') throw error;
    io.err(`warning: ${error.message}${error.reason === undefined ? '' : `: ${error.reason}`}\n`);
    return undefined;
  }
}
