import { Argument, Option } from 'commander';
import { given } from '../../src/given.ts';
import type { ClusterObjects, VerifyOptions } from '../../src/vm/index.ts';
import { CliCommand } from '../command.ts';
import type { CommandIo } from '../command-io.ts';
import { addKubeOptions, connectOptions, type KubeOptions } from '../kube-options.ts';
import { momentOption } from '../moment-option.ts';
import { outputOption } from '../options.ts';
import { printDocument } from '../print-document.ts';
import { UsageError } from '../usage-error.ts';

interface VerifyCommandOptions extends KubeOptions {
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
      'Checks the files of a VM before it is started: each by itself, and all against each other. For everything that is wrong it tells how the VM would fail, and the cure. With its group it also tells whether the files are of that group, and with a cluster, whether root, gateway and revision are those of today.',
    )
    .example('meshctl vm verify vm/', 'Check the files alone')
    .example('meshctl vm verify vm/ -f group.yaml --live', 'Compare them with group and cluster, too')
    .example('meshctl vm verify vm/ -o json', 'Give the findings to a script')
    .addArgument(new Argument('<folder>', 'folder with the files'))
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
  return addKubeOptions(command, io).handler(async (folder: string, options: VerifyCommandOptions) => {
    const { verifyVmBundle } = await import('../../src/vm/index.ts');
    const { readBundle } = await import('./read-bundle.ts');
    const bundle = readBundle(io, folder);
    const findings = verifyVmBundle(bundle, await verifyOptions(io, options));
    const errors = findings.filter(({ severity }) => severity === 'error').length;
    if (options.output === 'table') io.out(textOf(findings));
    else await printDocument(io, options.output, 'VmBundleReport', { folder, ok: errors === 0, findings });
    return errors === 0 ? 0 : 1;
  });
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

type Findings = ReturnType<(typeof import('../../src/vm/index.ts'))['verifyVmBundle']>;

function textOf(findings: Findings): string {
  if (findings.length === 0) return 'the files are fine\n';
  return findings
    .map(
      ({ severity, file, rule, message, effect, cure }) =>
        `${severity}: ${message} [${rule}]\n  file: ${file === 'bundle' ? 'the folder' : file}\n  then: ${effect}\n  cure: ${cure}\n`,
    )
    .join('\n');
}
