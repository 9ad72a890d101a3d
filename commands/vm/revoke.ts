import { Argument, Option } from 'commander';
import { carryOut } from '../../src/changes/index.ts';
import { titleOf } from '../../src/operator/diff/index.ts';
import type { ClusterWriter } from '../../src/kube/apply/index.ts';
import { paint, printable } from '../../src/output/index.ts';
import type { VmRevocationPlan } from '../../src/vm/revoke/index.ts';
import { CliCommand } from '../command.ts';
import type { CommandIo } from '../command-io.ts';
import { confirm } from '../confirm.ts';
import { addKubeOptions, connectOptions, type KubeOptions } from '../kube-options.ts';
import { momentOption } from '../moment-option.ts';
import { listOption, outputOption } from '../options.ts';
import { printDocument } from '../print-document.ts';

interface RevokeOptions extends KubeOptions {
  readonly namespace?: string;
  readonly address: readonly string[];
  readonly entry: readonly string[];
  readonly all: boolean;
  readonly deleteGroup: boolean;
  readonly deleteServiceAccount: boolean;
  readonly now?: Date;
  readonly dryRun: boolean;
  readonly yes: boolean;
  readonly output: 'table' | 'json' | 'yaml';
}

/** `meshctl vm revoke`. */
export function revokeCommand(io: CommandIo): CliCommand {
  const command = new CliCommand()
    .description(
      'Takes VMs out of the mesh: shows what would be deleted, asks, and deletes just that. It also tells what stays valid all the same, and until when: certificates cannot be taken back. An identity that others have, too, is not deleted (exit code 1).',
    )
    .example('meshctl vm revoke web -n shop --address 10.0.0.7 --dry-run', 'See what would go with a VM')
    .example('meshctl vm revoke web -n shop --entry web-10.0.0.7 -y', 'Remove the entry of a VM')
    .example(
      'meshctl vm revoke web -n shop --delete-group --delete-service-account',
      'Remove a group with all its VMs and their identity',
    )
    .addArgument(new Argument('<group>', 'WorkloadGroup of the VMs'))
    .optionsGroup('Selection:')
    .addOption(new Option('-n, --namespace <name>', 'its namespace; default is that of the kubeconfig'))
    .addOption(listOption('--address <ip>', 'the VM with this address; may be repeated'))
    .addOption(listOption('--entry <name>', 'the VM whose WorkloadEntry has this name; may be repeated'))
    .addOption(new Option('--all', 'all VMs of the group').default(false).conflicts(['address', 'entry']))
    .addOption(
      new Option('--delete-group', 'the group, too, with all its VMs')
        .default(false)
        .conflicts(['address', 'entry']),
    )
    .addOption(
      new Option('--delete-service-account', 'the identity, too: its tokens end at once').default(false),
    )
    .addOption(momentOption('count from then, not from now, how long something is valid'))
    .optionsGroup('Carrying out:')
    .addOption(new Option('--dry-run', 'show what would go, and delete nothing').default(false))
    .addOption(new Option('-y, --yes', 'do it without asking').default(false))
    .optionsGroup('Output:')
    .addOption(outputOption(['table', 'json', 'yaml']));
  return addKubeOptions(command, io).handler((group: string, options: RevokeOptions) =>
    revoke(io, group, options),
  );
}

type Outcome = 'planned' | 'revoked' | 'refused' | 'declined';

async function revoke(io: CommandIo, group: string, options: RevokeOptions): Promise<number> {
  const { connectWriter } = await import('../../src/kube/apply/index.ts');
  const writer = await connectWriter(connectOptions(io, options));
  const plan = await planOf(writer, io, group, options);
  if (options.output === 'table') io.out(planText(plan, io.colors.out));
  else if (!options.yes && !options.dryRun) io.err(planText(plan, io.colors.err));
  const outcome = await outcomeOf(io, options, plan, writer);
  if (options.output !== 'table')
    await printDocument(io, options.output, 'VmRevocationPlan', documentOf(plan, outcome));
  return outcome === 'refused' || outcome === 'declined' ? 1 : 0;
}

async function planOf(
  writer: ClusterWriter,
  io: CommandIo,
  group: string,
  options: RevokeOptions,
): Promise<VmRevocationPlan> {
  const { planVmRevocation, readRevocationState } = await import('../../src/vm/revoke/index.ts');
  const { namespace = writer.client.namespace, address, entry, now = new Date() } = options;
  const { all, deleteGroup, deleteServiceAccount } = options;
  const objects = await readRevocationState(writer.client, {
    ...{ namespace, withUsers: deleteServiceAccount, signal: io.interrupt() },
  });
  return planVmRevocation(objects, {
    ...{ group, namespace, addresses: address, entries: entry },
    ...{ all, deleteGroup, deleteServiceAccount, now },
  });
}

async function outcomeOf(
  io: CommandIo,
  { dryRun, yes }: RevokeOptions,
  { users, deletions }: VmRevocationPlan,
  writer: ClusterWriter,
): Promise<Outcome> {
  if (users.length > 0) {
    const { error } = paint(io.colors.err);
    io.err(`${error('error:')} others have the identity, too: ${printable(users.join(', '))}\n`);
    io.err('  hint: move them to another service account first, or leave out --delete-service-account\n');
    return 'refused';
  }
  if (dryRun || deletions.length === 0) return 'planned';
  const question = `Delete ${deletions.length === 1 ? 'this object' : `these ${deletions.length} objects`}?`;
  if (!(await confirm(io, question, { yes }))) {
    io.note('Nothing was deleted.');
    return 'declined';
  }
  const signal = io.interrupt();
  for (const change of deletions) {
    await carryOut(writer, change, { signal });
    io.note(printable(`deleted ${titleOf(change.object)}`));
  }
  return 'revoked';
}

function planText({ deletions, remains, namespace, group }: VmRevocationPlan, colors: boolean): string {
  const { error, warning } = paint(colors);
  const lines =
    deletions.length === 0
      ? [printable(`Nothing is left to delete of ${namespace}/${group}.`)]
      : deletions.map(({ object }) => error(printable(`- ${titleOf(object)}`)));
  const notes = remains.flatMap(({ message, until, hint }) => [
    `${warning('stays:')} ${printable(message)}`,
    ...(until === undefined ? [] : [`  until: ${until}`]),
    `  hint: ${printable(hint)}`,
  ]);
  return [...lines, '', ...notes].map((line) => `${line}\n`).join('');
}

function documentOf({ deletions, users, remains, ...about }: VmRevocationPlan, outcome: Outcome) {
  return {
    ...about,
    outcome,
    deletions: deletions.map(({ object }) => ({ ...object })),
    users: [...users],
    remains: remains.map((one) => ({ ...one })),
  };
}
