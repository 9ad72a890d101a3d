import { readMesh, type Mesh } from '../../src/analyze/index.ts';
import type { Target } from '../../src/describe/index.ts';
import { given } from '../../src/given.ts';
import { readResources, type ReadResult } from '../../src/resources/index.ts';
import type { CommandIo } from '../command-io.ts';
import { describedTarget } from '../described-target.ts';
import type { DescribeCommandOptions } from './describe-options.ts';
import type { Described } from './read-described.ts';

/** A configuration, and where it comes from. */
export interface Configuration {
  readonly mesh: Mesh;
  readonly target: Target;
  /** Undefined for files. */
  readonly cluster: Pick<Described, 'client' | 'partial'> | undefined;
}

/** Reads what the command line names: files, the cluster, or the cluster with files over it. */
export async function readConfiguration(
  io: CommandIo,
  name: string,
  named: readonly string[],
  options: DescribeCommandOptions,
): Promise<Configuration> {
  const paths = [...named, ...options.filename];
  const files = paths.length === 0 ? undefined : await readFiles(io, paths);
  const found =
    files === undefined || options.live === true ? await fromCluster(io, name, options) : undefined;
  const target = found?.target ?? describedTarget(name, options.namespace ?? 'default');
  const input = await together(found?.read, files, target.namespace);
  const mesh = await meshOf(io, input, { target, options, isWhole: found?.partial === false });
  return { mesh, target, cluster: found };
}

interface Reading {
  readonly target: Target;
  readonly options: DescribeCommandOptions;
  readonly isWhole: boolean;
}

async function meshOf(
  io: CommandIo,
  input: ReadResult,
  { target, options, isWhole }: Reading,
): Promise<Mesh> {
  const meshConfig = options.meshConfig === undefined ? undefined : await readFiles(io, [options.meshConfig]);
  const assume = isWhole ? 'complete' : 'partial';
  const { mesh, unreadable } = await readMesh(
    input,
    given({ namespace: target.namespace, assume, meshConfig } as const),
  );
  for (const notice of input.notices) io.note(notice);
  if (unreadable) io.note('warning: some documents cannot be read; `meshctl analyze` tells which');
  return mesh;
}

const readFiles = (io: CommandIo, paths: readonly string[]): Promise<ReadResult> =>
  readResources(paths, {
    cwd: io.cwd,
    stdin: { [Symbol.asyncIterator]: () => io.stdin()[Symbol.asyncIterator]() },
  });

async function fromCluster(io: CommandIo, name: string, options: DescribeCommandOptions): Promise<Described> {
  const { readDescribed } = await import('./read-described.ts');
  return readDescribed(io, (namespace) => describedTarget(name, namespace), options);
}

const nothing: ReadResult = { documents: [], resources: [], files: 0, notices: [] };

async function together(
  live: ReadResult | undefined,
  files: ReadResult | undefined,
  namespace: string,
): Promise<ReadResult> {
  if (live === undefined || files === undefined) return live ?? files ?? nothing;
  const { overlay } = await import('../../src/kube/index.ts');
  return overlay(live, files, { namespace });
}
