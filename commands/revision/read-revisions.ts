import { Option } from 'commander';
import { describeRevisions, gatherRevisions, type MeshRevisions } from '../../src/revision/index.ts';
import { connect } from '../../src/kube/index.ts';
import type { CliCommand } from '../command.ts';
import type { CommandIo } from '../command-io.ts';
import { addKubeOptions, connectOptions, type KubeOptions } from '../kube-options.ts';
import { manifestSource } from '../manifest/manifest-source.ts';
import { durationOption, millisecondsOf } from '../request-timeout.ts';
import { warn } from '../warn.ts';

/** Where revisions are read from, and how they are printed. */
export interface RevisionOptions extends KubeOptions {
  readonly objectFiles: readonly string[];
  /** False for `--no-proxies`. */
  readonly proxies: boolean;
  readonly timeout: string;
  readonly output: 'table' | 'json' | 'yaml';
  readonly graph?: 'mermaid' | 'dot';
}

/** Adds the options that `RevisionOptions` holds, but for those about output. */
export function addRevisionOptions(command: CliCommand, io: CommandIo): CliCommand {
  command
    .optionsGroup('Source:')
    .addOption(
      new ObjectFilesOption(
        '--from <paths>',
        'saved objects in place of the cluster: a file, a folder, or - for stdin; may be repeated',
      ),
    )
    .addOption(new Option('--no-proxies', 'do not ask istiods for the proxies that are connected to them'))
    .addOption(durationOption('--timeout <time>', 'time for the answer of each istiod; 0 for any', '10s'));
  return addKubeOptions(command, io);
}

/** Its setting is `objectFiles` (MESHCTL_OBJECT_FILES): the `--from` of other commands means something else. */
class ObjectFilesOption extends Option {
  constructor(flags: string, description: string) {
    super(flags, description);
    this.default([]).argParser((file: string, previous: readonly string[]) => [...previous, file]);
  }

  override attributeName(): string {
    return 'objectFiles';
  }
}

/** Reads the control planes that the options name; says on standard error what could not be read. */
export async function readRevisions(io: CommandIo, options: RevisionOptions): Promise<MeshRevisions> {
  const { objectFiles, istioNamespace, proxies, timeout } = options;
  if (objectFiles.length > 0) {
    const files = await Promise.all(objectFiles.map((file) => manifestSource(io, file)));
    return describeRevisions({ objects: files.flat() });
  }
  const mesh = await gatherRevisions(await connect(connectOptions(io, options)), {
    ...{ istioNamespace, proxies, timeout: millisecondsOf(timeout) },
    signal: io.interrupt(),
  });
  for (const line of mesh.missing) warn(io, `not read: ${line}`);
  return mesh;
}
