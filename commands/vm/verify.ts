import { Argument, Option } from 'commander';
import { given } from '../../src/given.ts';
import type { ClusterObjects, VerifyOptions } from '../../src/vm/index.ts';
import { CliCommand } from '../command.ts';
import type { CommandIo } from '../command-io.ts';
import { addKubeOptions, connectOptions, type KubeOptions } from '../kube-options.ts';
import { momentOption } from '../moment-option.ts';
import { listOption, outputOption } from '../options.ts';
import { adminAddress } from '../proxy-config/admin-source.ts';
import { UsageError } from '../usage-error.ts';
import { sshPortOption } from './ssh-port-option.ts';
import { verifyMachineReport, type MachineOptions } from './verify-machine.ts';
import { printReport, type VerifyReport } from './verify-report.ts';

interface VerifyCommandOptions extends KubeOptions, MachineOptions {
  readonly file?: string;
  readonly namespace?: string;
  readonly live: boolean;
  readonly from?: string;
  readonly revision?: string;
  readonly ingressService: string;
  readonly now?: Date;
  readonly output: 'table' | 'json' | 'yaml';
}

/** `meshctl vm verify`. */
export function verifyCommand(io: CommandIo): CliCommand {
  const command = new CliCommand()
    .description(
      'Checks the files of a VM before it is started, each by itself and all against each other; or, with --ssh, the VM itself: package, unit, clock, the files in their places, certificate, the way to istiod, agent and Envoy. For everything that is wrong it tells how the VM fails, and the cure. With its group it also tells whether the files are of that group, and with a cluster, whether root, gateway and revision are those of today. Nothing is written on the VM, and neither its key nor its whole token leaves it.',
    )
    .example('meshctl vm verify vm/', 'Check the files alone')
    .example('meshctl vm verify vm/ -f group.yaml --live', 'Compare them with group and cluster, too')
    .example('meshctl vm verify --ssh admin@203.0.113.7', 'Check a VM')
    .example('meshctl vm verify --admin 127.0.0.1:15000', 'Check what its Envoy says')
    .example('meshctl vm verify vm/ -o json', 'Give the findings to a script')
    .addArgument(new Argument('[folder]', 'folder with the files'))
    .optionsGroup('The VM itself:')
    .addOption(new Option('--ssh <target>', 'read this machine: user@host, or a name of your ssh'))
    .addOption(sshPortOption())
    .addOption(listOption('--ssh-option <setting>', 'setting of ssh, as with its -o; may be repeated'))
    .addOption(
      listOption('--admin <address>', 'ask its Envoy (port 15000) or agent (15021) here; may be repeated'),
    )
    .optionsGroup('Compare with:')
    .addOption(new Option('-f, --file <file>', 'the WorkloadGroup of the VM'))
    .addOption(new Option('-n, --namespace <name>', 'its namespace, if it names none'))
    .addOption(new Option('--live', 'the cluster of the kubeconfig').default(false))
    .addOption(new Option('--from <folder>', 'objects of a cluster, saved as YAML or JSON'))
    .addOption(new Option('-r, --revision <name>', 'revision or tag; default is the one without'))
    .addOption(
      new Option('--ingress-service <service>', 'Service of the gateway, as name or name.namespace').default(
        'istio-eastwestgateway',
      ),
    )
    .addOption(momentOption('judge times as of then, not as of now'))
    .optionsGroup('Output:')
    .addOption(outputOption(['table', 'json', 'yaml']));
  return addKubeOptions(command, io).handler(
    async (folder: string | undefined, given: VerifyCommandOptions) => {
      const options = { ...given, admin: checkedPlaces(folder, given) };
      const verify = await verifyOptions(io, options);
      const report =
        folder === undefined
          ? await verifyMachineReport(io, options, verify)
          : await folderReport(io, folder, verify);
      return printReport(io, options.output, report);
    },
  );
}

/** Refuses what does not go together; gives the addresses to ask. */
function checkedPlaces(folder: string | undefined, { ssh, admin }: VerifyCommandOptions): readonly string[] {
  const isMachine = ssh !== undefined || admin.length > 0;
  if (folder !== undefined && isMachine)
    throw new UsageError('a folder and a machine exclude each other', { hint: 'verify one after the other' });
  if (folder === undefined && !isMachine)
    throw new UsageError('what to verify is not said', {
      hint: 'name the folder with the files, or the machine with --ssh or --admin',
    });
  return admin.map((text) => {
    const address = adminAddress(text);
    if (address === undefined)
      throw new UsageError(`${text} is no address of an Envoy or agent`, {
        hint: 'give host and port, such as 127.0.0.1:15000',
      });
    return address;
  });
}

async function folderReport(io: CommandIo, folder: string, options: VerifyOptions): Promise<VerifyReport> {
  const { verifyVmBundle } = await import('../../src/vm/index.ts');
  const { readBundle } = await import('./read-bundle.ts');
  const findings = verifyVmBundle(readBundle(io, folder), options);
  return { kind: 'VmBundleReport', fine: 'the files are fine', about: { folder }, findings };
}

async function verifyOptions(io: CommandIo, options: VerifyCommandOptions): Promise<VerifyOptions> {
  const { file, namespace, now = new Date(), istioNamespace, ingressService, revision } = options;
  const { readGroupDocument } = await import('./read-group-document.ts');
  const group = file === undefined ? undefined : await readGroupDocument(io, file, namespace);
  const objects = await objectsOf(io, options);
  if (objects === undefined) return { now, ...given({ group }) };
  if (group === undefined)
    throw new UsageError('which group it is, is not said', { hint: 'give the WorkloadGroup with -f' });
  const { readVmFacts } = await import('../../src/vm/index.ts');
  const token = (): Promise<string> => Promise.resolve('');
  const request = { istioNamespace, ingressService, token, ...given({ revision }) };
  return { now, group, facts: await readVmFacts(objects, group, request) };
}

async function objectsOf(
  io: CommandIo,
  { live, from, ...options }: VerifyCommandOptions,
): Promise<ClusterObjects | undefined> {
  if (live && from !== undefined)
    throw new UsageError('--live and --from exclude each other', { hint: 'compare with one cluster' });
  if (from !== undefined) return (await import('./saved-in.ts')).savedIn(io, from);
  if (!live) return undefined;
  const [{ connect }, { liveObjects }] = await Promise.all([
    import('../../src/kube/index.ts'),
    import('../../src/vm/index.ts'),
  ]);
  return liveObjects(await connect(connectOptions(io, options)));
}
