import type { AnalysisInput } from '../src/analyze/index.ts';
import { MeshctlError } from '../src/errors.ts';
import { given } from '../src/given.ts';
import { readResources, type ReadOptions, type ReadResult } from '../src/resources/index.ts';
import type { AnalyzeCommandOptions, Run } from './analyze-options.ts';
import type { CommandIo } from './command-io.ts';
import { earlierReports } from './earlier-reports.ts';
import { readAtRef } from './read-at-ref.ts';

/** What was read, and whether some of a live cluster could not be. */
export interface InputRead {
  readonly input: AnalysisInput;
  readonly partial: boolean;
}

/** Reads what a command line names: one input, or one for each cluster. A live cluster is read when it is asked for. */
export async function analysisInput(io: CommandIo, run: Run): Promise<InputRead> {
  const { paths, options } = run;
  const { cluster, live = false } = options;
  if (!live) return { input: await readInput(io, paths, options), partial: false };
  if (cluster.length > 0) {
    throw new MeshctlError('usage', '--live and --cluster do not go together', {
      hint: 'analyze each cluster by itself: --live --context east',
    });
  }
  const { readLive } = await import('./read-live.ts');
  const found = await readLive(io, run);
  // Kinds that a cluster does not have are none to read.
  const partial = found.missing.some(({ outcome }) => outcome !== 'absent');
  if (paths.length === 0) return { input: found, partial };
  const { overlay } = await import('../src/kube/index.ts');
  const files = await readResources(paths, readOptions(io, paths, options));
  return { input: overlay(found, files, given({ namespace: options.namespace })), partial };
}

async function readInput(
  io: CommandIo,
  paths: readonly string[],
  options: AnalyzeCommandOptions,
): Promise<AnalysisInput> {
  const { cluster } = options;
  const reading = readOptions(io, everyPath(paths, options), options);
  if (cluster.length === 0) return readResources(paths, reading);
  const clusters: [string, ReadResult][] = [];
  for (const one of cluster) clusters.push([one.name, await readResources(one.paths, reading)]);
  return Object.fromEntries(clusters);
}

const readOptions = (
  io: CommandIo,
  paths: readonly string[],
  { output, stdinFilename }: AnalyzeCommandOptions,
): ReadOptions => ({
  cwd: io.cwd,
  except: earlierReports(io.cwd, paths, output),
  stdin: { [Symbol.asyncIterator]: () => io.stdin()[Symbol.asyncIterator]() },
  ...given({ stdinFilename }),
});

/** The same input as it was at a commit. */
export function analysisInputAt(
  io: CommandIo,
  ref: string,
  paths: readonly string[],
  { cluster }: AnalyzeCommandOptions,
): AnalysisInput {
  if (cluster.length === 0) return readAtRef(io.cwd, ref, paths);
  return Object.fromEntries(cluster.map((one) => [one.name, readAtRef(io.cwd, ref, one.paths)]));
}

function everyPath(paths: readonly string[], { cluster }: AnalyzeCommandOptions): readonly string[] {
  if (paths.length > 0 && cluster.length > 0) {
    throw new MeshctlError('usage', 'paths and --cluster do not go together', {
      hint: 'name the cluster of every path: --cluster east=mesh/east --cluster west=mesh/west',
    });
  }
  const all = [...paths, ...cluster.flatMap((one) => one.paths)];
  if (all.length > 0) return all;
  throw new MeshctlError('usage', 'nothing to analyze', {
    hint: 'name files or folders (`meshctl analyze mesh/`), or `-` for standard input',
  });
}
