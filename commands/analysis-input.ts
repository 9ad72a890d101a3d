import type { AnalysisInput } from '../src/analyze/index.ts';
import { MeshctlError } from '../src/errors.ts';
import { given } from '../src/given.ts';
import { readResources, type ReadOptions, type ReadResult } from '../src/resources/index.ts';
import type { AnalyzeCommandOptions } from './analyze-options.ts';
import type { CommandIo } from './command-io.ts';
import { earlierReports } from './earlier-reports.ts';
import { readAtRef } from './read-at-ref.ts';

/** Reads what a command line names: one input, or one for each cluster. */
export async function analysisInput(
  io: CommandIo,
  paths: readonly string[],
  options: AnalyzeCommandOptions,
): Promise<AnalysisInput> {
  const { cluster, output, stdinFilename } = options;
  const all = everyPath(paths, options);
  const readOptions: ReadOptions = {
    cwd: io.cwd,
    except: earlierReports(io.cwd, all, output),
    stdin: { [Symbol.asyncIterator]: () => io.stdin()[Symbol.asyncIterator]() },
    ...given({ stdinFilename }),
  };
  if (cluster.length === 0) return readResources(paths, readOptions);
  const clusters: Record<string, ReadResult> = {};
  for (const one of cluster) clusters[one.name] = await readResources(one.paths, readOptions);
  return clusters;
}

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
