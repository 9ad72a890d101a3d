import { Option } from 'commander';
import type { ClusterChange } from '../../src/changes/index.ts';
import { connectWriter } from '../../src/kube/apply/index.ts';
import { formatChanges, titleOf } from '../../src/operator/diff/index.ts';
import { printable } from '../../src/output/index.ts';
import {
  applyWaypoint,
  planWaypointIn,
  waitForWaypoint,
  type WaypointPlan,
} from '../../src/waypoint/index.ts';
import { CliCommand } from '../command.ts';
import type { CommandIo } from '../command-io.ts';
import { addKubeOptions, connectOptions, type KubeOptions } from '../kube-options.ts';
import { durationOption, millisecondsOf } from '../request-timeout.ts';
import { warn } from '../warn.ts';
import { addWaypointOptions, waypointOptions, type WaypointFlags } from './waypoint-options.ts';

interface ApplyOptions extends WaypointFlags, KubeOptions {
  readonly enrollNamespace?: boolean;
  readonly overwrite?: boolean;
  readonly forceConflicts?: boolean;
  readonly wait?: boolean;
  readonly timeout: string;
  readonly dryRun?: boolean;
}

/** `meshctl waypoint apply`. */
export function applyCommand(io: CommandIo): CliCommand {
  const command = addWaypointOptions(described())
    .optionsGroup('Change:')
    .addOption(new Option('--enroll-namespace', 'make the whole namespace use it'))
    .addOption(new Option('--overwrite', 'though the namespace uses another one'))
    .addOption(new Option('--force-conflicts', 'take over fields that others manage'))
    .addOption(new Option('--dry-run', 'only show what would change'))
    .addOption(new Option('-w, --wait', 'until it is set up'))
    .addOption(durationOption('--timeout <time>', 'how long to wait', '90s'));
  return addKubeOptions(command, io).handler(async (options: ApplyOptions) => {
    const writer = await connectWriter(writing(io, options));
    const { namespace = writer.client.namespace, enrollNamespace, overwrite, forceConflicts, wait } = options;
    const signal = io.interrupt();
    const plan = await planWaypointIn(
      writer,
      {
        ...waypointOptions(options),
        ...{ namespace, enroll: enrollNamespace ?? false, overwrite: overwrite ?? false },
      },
      { signal },
    );
    show(io, plan);
    if (options.dryRun === true) return 0;
    const onApplied = (change: ClusterChange): void => {
      if (change.action !== 'unchanged') io.note(`applied: ${titleOf(change.object)}`);
    };
    await applyWaypoint(writer, plan, { forceConflicts: forceConflicts ?? false, signal, onApplied });
    if (wait !== true) return 0;
    const onWaiting = (reason: string): void => {
      io.note(printable(`waiting for ${namespace}/${options.name}: ${reason}`));
    };
    const timeout = millisecondsOf(options.timeout);
    await waitForWaypoint(writer, { namespace, name: options.name }, { timeout, signal, onWaiting });
    io.note(`the waypoint ${namespace}/${options.name} is set up`);
    return 0;
  });
}

/** The time for requests must not end the wait. */
function writing(io: CommandIo, options: ApplyOptions): ReturnType<typeof connectOptions> {
  const asked = connectOptions(io, options);
  const waits = options.wait === true ? millisecondsOf(options.timeout) : 0;
  return { ...asked, timeout: (asked.timeout ?? 0) === 0 ? 0 : (asked.timeout ?? 0) + waits };
}

const described = (): CliCommand =>
  new CliCommand()
    .description(
      'Puts a waypoint into a namespace by server-side apply, as the field manager meshctl, and shows what changes. With --enroll-namespace, the namespace gets the label istio.io/use-waypoint; nothing else of it is touched.',
    )
    .example('meshctl waypoint apply -n shop --enroll-namespace --wait', 'Give a namespace a waypoint')
    .example('meshctl waypoint apply -n shop --name by-workload --for workload', 'Add one for workloads')
    .example('meshctl waypoint apply -n shop --dry-run', 'See what would change');

function show(io: CommandIo, { waypoint, enrollment, notices }: WaypointPlan): void {
  for (const { action, object, changes } of enrollment === undefined ? [waypoint] : [waypoint, enrollment]) {
    io.note(`${words[action]}: ${titleOf(object)}`);
    for (const line of formatChanges(changes)) io.note(`    ${line}`);
  }
  for (const notice of notices) warn(io, notice);
}

const words = { create: 'new', change: 'changed', unchanged: 'unchanged', delete: 'deleted' } as const;
