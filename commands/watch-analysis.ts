import { setTimeout as wait } from 'node:timers/promises';
import { analyze, type Analysis } from '../src/analyze/index.ts';
import { MeshctlError } from '../src/errors.ts';
import { ReadCache } from '../src/resources/index.ts';
import type { ValidationMemory } from '../src/validate/index.ts';
import type { AnalyzeCommandOptions, Run } from './analyze-options.ts';
import { Changes } from './changes.ts';
import type { CommandIo } from './command-io.ts';
import { interruptedExitCode } from './exit-codes.ts';
import { reportError } from './report-error.ts';

/** Prints the report of an analysis that began at a moment of `performance.now`. */
type Show = (analysis: Analysis, start: number) => Promise<unknown>;

/** Editors write a file in several steps: the input is read once it has been quiet for so many milliseconds. */
const quiet = 40;

/**
 * Analyzes the paths now and after each change, until it is interrupted; returns the exit code. What is wrong with the
 * input, such as a folder that is gone, is printed, and the wait goes on.
 */
export async function watchAnalysis(
  io: CommandIo,
  { paths, options, judgement }: Run,
  show: Show,
): Promise<number> {
  refuse(paths, options);
  const signal = io.interrupt();
  const changes = new Changes(io.cwd, paths, signal);
  const cache = new ReadCache(paths, { cwd: io.cwd });
  const memory: ValidationMemory = new WeakMap();
  try {
    while (!signal.aborted) {
      const start = performance.now();
      await reporting(io, async () => show(await analyze(cache.read(), { ...judgement, memory }), start));
      io.note('waiting for changes; Ctrl-C ends');
      await changes.next();
      await wait(quiet);
    }
  } finally {
    changes.close();
  }
  return interruptedExitCode;
}

async function reporting(io: CommandIo, work: () => Promise<unknown>): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (!(error instanceof MeshctlError)) throw error;
    await reportError(error, io, { debug: false, interrupted: false });
  }
}

function refuse(paths: readonly string[], { cluster, output, writeBaseline }: AnalyzeCommandOptions): void {
  const onScreen = output.find(({ file }) => file === undefined)?.format ?? 'table';
  if (paths.length === 0 || paths.includes('-') || cluster.length > 0)
    throw new MeshctlError('usage', '--watch needs files or folders', {
      hint: 'name them: meshctl analyze --watch mesh/',
    });
  if (onScreen !== 'table' && onScreen !== 'log')
    throw new MeshctlError('usage', `--watch prints no ${onScreen}`, {
      hint: 'use -o table or -o log, or send the report to a file',
    });
  if (writeBaseline === true)
    throw new MeshctlError('usage', '--watch and --write-baseline do not go together', {
      hint: 'write the baseline in a run of its own',
    });
}
