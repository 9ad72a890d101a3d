import { Option } from 'commander';
import { MeshctlError } from '../../src/errors.ts';
import { narrowDump, readZtunnelDump, type WorkloadName, type ZtunnelDump } from '../../src/ztunnel/index.ts';
import type { AdminTarget } from '../../src/proxy/source/index.ts';
import type { CliCommand } from '../command.ts';
import type { CommandIo } from '../command-io.ts';
import { readDumpFile } from '../dump-file.ts';
import { outputOption } from '../options.ts';
import { addPodOptions } from '../pod-options.ts';
import { adminOption } from '../proxy-config/admin-source.ts';
import { UsageError } from '../usage-error.ts';
import { findZtunnels, type ZtunnelOptions } from './find-ztunnels.ts';
import { askZtunnel, ztunnelAt, ztunnelIn } from './ztunnel-target.ts';

/** Where a ztunnel is that is asked. */
export interface ZtunnelSourceOptions extends ZtunnelOptions {
  readonly admin?: string;
}

/** What every command about a ztunnel is told. */
export interface DumpOptions extends ZtunnelSourceOptions {
  readonly file?: string;
  readonly output: 'table' | 'short' | 'json' | 'yaml';
}

/** Adds the argument and the options that say where the dump is, and how to print; call it after those of the command. */
export function addDumpOptions(command: CliCommand, io: CommandIo): CliCommand {
  command
    .optionsGroup('Source:')
    .addOption(new Option('-f, --file <file>', 'a saved config_dump, also .gz; - for stdin'));
  return addZtunnelOptions(command, io)
    .optionsGroup('Output:')
    .addOption(outputOption(['table', 'short', 'json', 'yaml']));
}

/** Adds the argument and the options that name a live ztunnel. */
export function addZtunnelOptions(command: CliCommand, io: CommandIo): CliCommand {
  const admin = adminOption();
  admin.description = 'admin port of a live ztunnel, such as http://127.0.0.1:15000';
  command
    .argument('[pod]', 'a ztunnel, or a pod whose traffic it carries, as [type/]name[.namespace]')
    .addOption(admin)
    .addOption(new Option('--node <name>', 'the ztunnel of this node'));
  return addPodOptions(command, io);
}

/** What a command wants of the ztunnel it reads. */
export interface Wanted {
  /** What it shows is about one node: any ztunnel will not do. */
  readonly ofOneNode?: boolean;
}

/** Reads the dump of the ztunnel that the options name, cut down to the workload that they name, if they do. */
export async function readDump(
  io: CommandIo,
  pod: string | undefined,
  options: DumpOptions,
  wanted: Wanted = {},
): Promise<ZtunnelDump> {
  const { file, admin } = options;
  expectOneSource(pod, options, wanted);
  if (file !== undefined) {
    const { bytes, name } = await readDumpFile(io, file);
    return readZtunnelDump(bytes.toString('utf8'), name);
  }
  const { target, workload } =
    admin === undefined
      ? await liveZtunnel(io, pod, options)
      : { target: ztunnelAt(io, { ...options, admin }), workload: undefined };
  const dump = dumpIn(await askZtunnel(target, { method: 'GET', path: '/config_dump' }), target);
  if (workload === undefined) return dump;
  io.note(`note: ${target.name} carries the traffic of ${workload.name}.${workload.namespace}`);
  return narrowDump(dump, workload);
}

/** Refuses several ways to name a ztunnel, and none where one is needed. */
export function expectOneSource(
  pod: string | undefined,
  { file, admin, node, selector }: DumpOptions | (ZtunnelSourceOptions & { readonly file?: string }),
  { ofOneNode = false }: Wanted = {},
): void {
  const given = Object.entries({
    'a pod': pod,
    '--file': file,
    '--admin': admin,
    '--node': node,
    '--selector': selector,
  })
    .filter(([, value]) => value !== undefined)
    .map(([name]) => name);
  if (given.length > 1) {
    throw new UsageError(`${given.join(' and ')} name a ztunnel`, { hint: 'give one of them' });
  }
  if (given.length === 0 && ofOneNode) {
    throw new UsageError('each ztunnel has its own, and none is named', {
      hint: 'name its pod, a pod whose traffic it carries, `--node <name>`, `--file <file>` or `--admin <url>`',
    });
  }
}

interface LiveZtunnel {
  readonly target: AdminTarget;
  readonly workload: WorkloadName | undefined;
}

async function liveZtunnel(
  io: CommandIo,
  name: string | undefined,
  options: DumpOptions,
): Promise<LiveZtunnel> {
  const { client, ztunnels, workload } = await findZtunnels(io, name, options);
  const [first] = ztunnels;
  if (first === undefined) throw new Error('no ztunnel was found');
  return { target: ztunnelIn(io, options, client, first), workload };
}

/** A dump that cannot be read is the fault of who sent it, not of an input that the user could mend. */
function dumpIn(text: string, { name }: AdminTarget): ZtunnelDump {
  try {
    return readZtunnelDump(text, name);
  } catch (error) {
    if (!(error instanceof MeshctlError)) throw error;
    throw new MeshctlError('environment', `the ztunnel at ${name} does not answer with a dump`, {
      reason: error.reason === undefined ? error.message : `${error.message}: ${error.reason}`,
      hint: 'check that this is the admin port of a ztunnel: 15000',
      cause: error,
    });
  }
}
