import { Option } from 'commander';
import type { UninstallPlan, UninstallTarget } from '../src/install/uninstall/index.ts';
import { CliCommand } from './command.ts';
import type { CommandIo } from './command-io.ts';
import { confirm } from './confirm.ts';
import { addKubeOptions, connectOptions, type KubeOptions } from './kube-options.ts';
import { listOption, outputOption } from './options.ts';
import { printDocument } from './print-document.ts';
import { durationOption, millisecondsOf } from './request-timeout.ts';
import { showRemoval } from './show-removal.ts';
import { planDocument, planText, usersText, type Outcome } from './uninstall-plan-text.ts';
import { targetOf, type TargetOptions } from './uninstall-target.ts';

interface UninstallOptions extends TargetOptions, KubeOptions {
  readonly force: boolean;
  readonly yes: boolean;
  readonly dryRun: boolean;
  readonly timeout: string;
  readonly output: 'table' | 'json' | 'yaml';
}

/** `meshctl uninstall`. */
export function uninstallCommand(io: CommandIo): CliCommand {
  return withOptions(described(), io).handler((options: UninstallOptions) => uninstall(io, options));
}

const described = (): CliCommand =>
  new CliCommand()
    .description(
      'Shows what would go, asks, deletes it and waits until it is gone. A revision is removed by itself: other revisions, what all share (definitions, the namespace) and tags made with `tag set` stay. While namespaces, pods, proxies or tags still use it, nothing is removed (exit code 1) unless --force is given. With --purge everything goes that installers made, with all configuration of the mesh.',
    )
    .example('meshctl uninstall --revision 1-30-2 --dry-run', 'See what would go with a revision')
    .example('meshctl uninstall --revision 1-30-2', 'Remove a revision that nothing uses any more')
    .example('meshctl uninstall -f spec.yaml -y', 'Remove the revision of a spec, without a question')
    .example('meshctl uninstall --purge', 'Remove all that installers made, and all configuration with it');

function withOptions(command: CliCommand, io: CommandIo): CliCommand {
  command
    .optionsGroup('Selection:')
    .addOption(
      new Option('-r, --revision <name>', 'the revision to remove; default is the one without a name'),
    )
    .addOption(
      listOption('-f, --filename <file>', 'an IstioOperator whose revision is removed; may be repeated'),
    )
    .addOption(listOption('-s, --set <path=value>', 'a setting of the spec, such as revision=1-30-2'))
    .addOption(new Option('--purge', 'remove all that installers made, of every revision').default(false))
    .addOption(new Option('-d, --manifests <folder>', 'folder with profiles of the spec').hideHelp())
    .optionsGroup('Behaviour:')
    .addOption(new Option('--force', 'go on though something still uses the revision').default(false))
    .addOption(new Option('-y, --yes', 'do not ask').default(false))
    .addOption(new Option('--skip-confirmation', 'istioctl: --yes').implies({ yes: true }).hideHelp())
    .addOption(new Option('--dry-run', 'only show what would go').default(false))
    .addOption(durationOption('--timeout <time>', 'how long the objects of a kind may take to be gone', '5m'))
    .optionsGroup('Output:')
    .addOption(outputOption(['table', 'json', 'yaml']));
  return addKubeOptions(command, io, 'time for what is read of the cluster; 0 for any');
}

async function uninstall(io: CommandIo, options: UninstallOptions): Promise<number> {
  const target = await targetOf(io, options);
  const plan = await makePlan(io, options, target);
  const refused = plan.users.length > 0 && !options.force;
  show(io, options, plan);
  if (refused) io.err(usersText(plan, io.colors.err));
  const outcome = await outcomeOf(io, options, plan, refused);
  if (options.output !== 'table')
    await printDocument(io, options.output, 'UninstallPlan', planDocument(plan, outcome));
  return outcome === 'refused' || outcome === 'declined' ? 1 : 0;
}

/** Where the plan itself is not the answer, it is shown only to somebody who is asked about it. */
function show(io: CommandIo, { output, yes, dryRun }: UninstallOptions, plan: UninstallPlan): void {
  if (output === 'table') io.out(planText(plan, io.colors.out));
  else if (!yes && !dryRun) io.err(planText(plan, io.colors.err));
}

async function outcomeOf(
  io: CommandIo,
  options: UninstallOptions,
  plan: UninstallPlan,
  refused: boolean,
): Promise<Outcome> {
  if (refused) return 'refused';
  if (options.dryRun || plan.deletions.length === 0) return 'planned';
  return (await remove(io, options, plan)) ? 'removed' : 'declined';
}

async function makePlan(
  io: CommandIo,
  options: UninstallOptions,
  target: UninstallTarget,
): Promise<UninstallPlan> {
  const [{ connect }, { planUninstall, readUninstallState }] = await Promise.all([
    import('../src/kube/index.ts'),
    import('../src/install/uninstall/index.ts'),
  ]);
  const client = await connect(connectOptions(io, options));
  const { istioNamespace } = options;
  const state = await readUninstallState(client, target, { istioNamespace, signal: io.interrupt() });
  return planUninstall(state, target);
}

/** Asks and carries out; the user may take any time for the answer. Gives whether it was done. */
async function remove(io: CommandIo, options: UninstallOptions, plan: UninstallPlan): Promise<boolean> {
  const count = plan.deletions.length === 1 ? 'this object' : `these ${plan.deletions.length} objects`;
  if (!(await confirm(io, `Remove ${count}?`, options))) {
    io.note('nothing was removed');
    return false;
  }
  const [{ connectWriter }, { carryOutUninstall }] = await Promise.all([
    import('../src/kube/apply/index.ts'),
    import('../src/install/uninstall/index.ts'),
  ]);
  const signal = io.interrupt();
  const writer = await connectWriter({ ...connectOptions(io, options), timeout: 0 });
  const timeout = millisecondsOf(options.timeout);
  const events = carryOutUninstall(writer, plan, { signal, ...(timeout > 0 && { timeout }) });
  await showRemoval(io, events, plan.deletions.length);
  return true;
}
