import { Option } from 'commander';
import { MeshctlError } from '../../src/errors.ts';
import { given } from '../../src/given.ts';
import { plainText, valueIn, type JsonObject } from '../../src/json.ts';
import { CliCommand } from '../command.ts';
import type { CommandIo } from '../command-io.ts';
import { addKubeOptions, connectOptions, type KubeOptions } from '../kube-options.ts';
import { outputOption } from '../options.ts';
import { printData } from '../print-data.ts';
import { sayFindings } from '../spec-options.ts';
import { UsageError } from '../usage-error.ts';
import { pairsOption, portsOf } from './pairs.ts';

interface GroupCreateOptions extends KubeOptions {
  readonly name?: string;
  readonly namespace?: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly annotations: Readonly<Record<string, string>>;
  readonly ports: Readonly<Record<string, string>>;
  readonly serviceAccount: string;
  readonly network?: string;
  readonly locality?: string;
  readonly weight?: string;
  readonly apply: boolean;
  readonly output: 'yaml' | 'json';
}

/** `meshctl vm group create`. */
export function groupCreateCommand(io: CommandIo): CliCommand {
  const command = new CliCommand()
    .description(
      'Writes a WorkloadGroup: what the VMs of an application have in common, and the identity that they get. It is checked first, and printed, or applied to the cluster.',
    )
    .example('meshctl vm group create --name web -n shop -l app=web -s web', 'Print a group')
    .example(
      'meshctl vm group create --name web -n shop -p http=8080 --network vms --apply',
      'Make it in the cluster: VMs that register themselves need it there',
    )
    .example(
      'meshctl vm group create --name web -n shop -l app=web,version=v2 > web.yaml',
      'Keep it in a file',
    )
    .optionsGroup('Group:')
    .addOption(new Option('--name <name>', 'name of the group'))
    .addOption(new Option('-n, --namespace <name>', 'namespace of the group'))
    .addOption(pairsOption('-l, --labels <key=value>', 'labels of the VMs; commas between several'))
    .addOption(pairsOption('-a, --annotations <key=value>', 'annotations of their WorkloadEntries'))
    .addOption(pairsOption('-p, --ports <name=number>', 'ports on which they serve'))
    .addOption(
      new Option('-s, --service-account <name>', 'service account, their identity').default('default'),
    )
    .addOption(new Option('--serviceAccount <name>', 'istioctl: --service-account').hideHelp())
    .addOption(new Option('--network <name>', 'network that they are in'))
    .addOption(new Option('--locality <place>', 'where they are, as region/zone/subzone'))
    .addOption(new Option('-w, --weight <number>', 'share of the traffic that they get'))
    .optionsGroup('Output:')
    .addOption(new Option('--apply', 'apply it to the cluster instead of printing it').default(false))
    .addOption(outputOption(['yaml', 'json']));
  return addKubeOptions(command, io).handler(async (options: GroupCreateOptions) => {
    const group = await checkedGroup(io, options);
    if (options.apply) await apply(io, group, options);
    else await printData(io, options.output, group);
    return 0;
  });
}

async function checkedGroup(io: CommandIo, options: GroupCreateOptions): Promise<JsonObject> {
  const { name = '', namespace = '', weight, serviceAccount } = options;
  if (name === '') throw new UsageError('the group has no name', { hint: 'say it with --name' });
  if (namespace === '') throw new UsageError('the group has no namespace', { hint: 'say it with -n' });
  const { labels, annotations, network, locality } = options;
  const { makeGroup } = await import('../../src/vm/index.ts');
  const group = makeGroup({
    ...{ name, namespace, labels, annotations, ports: portsOf(options.ports), serviceAccount },
    ...given({ network, locality, weight: weight === undefined ? undefined : weightOf(weight) }),
  });
  await check(io, group);
  return group;
}

function weightOf(text: string): number {
  const weight = /^\d{1,10}$/.test(text) ? Number(text) : Number.NaN;
  if (weight <= 0xffffffff) return weight;
  throw new UsageError(`--weight ${text} is no weight`, { hint: 'give a whole number that is not negative' });
}

async function check(io: CommandIo, group: JsonObject): Promise<void> {
  const { readText } = await import('../../src/resources/index.ts');
  const { validate } = await import('../../src/validate/index.ts');
  const { findings } = await validate(readText(JSON.stringify(group), 'group'));
  await sayFindings(io, findings);
  if (findings.some(({ severity }) => severity === 'error'))
    throw new MeshctlError('usage', 'nobody would accept such a group', {
      hint: 'correct the flags that the lines above name',
    });
}

async function apply(io: CommandIo, group: JsonObject, options: GroupCreateOptions): Promise<void> {
  const { connectWriter } = await import('../../src/kube/apply/index.ts');
  const writer = await connectWriter(connectOptions(io, options));
  await writer.apply(group);
  const [namespace, name] = ['namespace', 'name'].map((key) => plainText(valueIn(group, 'metadata', key)));
  io.note(`WorkloadGroup ${namespace ?? ''}/${name ?? ''} is in the cluster`);
}
