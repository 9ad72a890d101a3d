import { confirmChange, type ClusterChange } from '../../src/changes/index.ts';
import { MeshctlError } from '../../src/errors.ts';
import { writesOf, type InstallPlan } from '../../src/install/index.ts';
import { connectWriter, type ClusterWriter } from '../../src/kube/apply/index.ts';
import { titleOf } from '../../src/operator/diff/index.ts';
import type { CommandIo } from '../command-io.ts';
import { confirm } from '../confirm.ts';
import { connectOptions } from '../kube-options.ts';
import { printDocument } from '../print-document.ts';
import { install } from './carry-out.ts';
import { planDocument } from './install-documents.ts';
import { checkFirst } from './check-first.ts';
import { isDryRun, type InstallOptions } from './install-options.ts';
import { readInstallation } from './plan-installation.ts';
import { planText } from './plan-text.ts';

/** What else is done for an installation that takes the place of another one. */
export interface InstallRules {
  /** Refuses plans; throws what it has to say. */
  readonly check: (plan: InstallPlan) => void;
  /** Keeps what is replaced, before the first write, where no folder is named for it. */
  readonly keep: (writer: ClusterWriter, plan: InstallPlan) => Promise<void>;
}

/** `meshctl install`: plans, shows, asks, carries out. Gives the exit code. */
export async function runInstall(
  io: CommandIo,
  options: InstallOptions,
  rules?: InstallRules,
): Promise<number> {
  // Not ended by Ctrl-C as a whole: what is held in the cluster is given back then.
  const writer = await connectWriter({
    ...connectOptions(io, options),
    signal: new AbortController().signal,
  });
  const installation = await readInstallation(io, options, writer.client);
  const planned = await installation.plan();
  rules?.check(planned);
  if (isDryRun(options)) return showOnly(io, options, writer, planned);
  if (writesOf(planned).length > 0) {
    // Who is asked must see it; who has agreed beforehand may want quiet.
    if (!options.yes || io.verbosity >= 0)
      io.err(planText(planned, { colors: io.colors.err, diff: options.diff }));
    stopAtConflicts(planned, options);
    if (!options.skipPrecheck) await checkFirst(io, writer, installation, planned);
    if (!(await confirm(io, 'Carry this out?', options))) {
      io.note('nothing was written');
      return 1;
    }
    await backUp(io, options, { rules, writer, planned });
  }
  const replan = async (): Promise<InstallPlan> => sameAs(planned, await installation.plan(), options);
  return install(io, options, writer, { desired: installation.desired, plan: planned, replan });
}

interface BackUp {
  readonly rules: InstallRules | undefined;
  readonly writer: ClusterWriter;
  readonly planned: InstallPlan;
}

async function backUp(
  io: CommandIo,
  { backup }: InstallOptions,
  { rules, writer, planned }: BackUp,
): Promise<void> {
  if (typeof backup === 'string') (await import('./write-backup.ts')).writeBackup(io, backup, planned);
  else if (backup !== false) await rules?.keep(writer, planned);
}

async function showOnly(
  io: CommandIo,
  options: InstallOptions,
  writer: ClusterWriter,
  planned: InstallPlan,
): Promise<number> {
  const plan = options.dryRun === 'server' ? await confirmed(io, writer, planned) : planned;
  if (options.output === 'json')
    await printDocument(io, 'json', 'InstallPlan', planDocument(plan, options.dryRun ?? 'client'));
  else io.out(planText(plan, { colors: io.colors.out, diff: options.diff }));
  return options.exitCode && writesOf(plan).length > 0 ? 1 : 0;
}

/** The plan as the API server says that it would come out. */
async function confirmed(io: CommandIo, writer: ClusterWriter, plan: InstallPlan): Promise<InstallPlan> {
  const signal = io.interrupt();
  const all = async (changes: readonly ClusterChange[]): Promise<ClusterChange[]> => {
    const exact: ClusterChange[] = [];
    for (const change of changes) exact.push(await confirmChange(writer, change, { signal }));
    return exact;
  };
  const stages = [];
  for (const stage of plan.stages) stages.push({ ...stage, changes: await all(stage.changes) });
  return { ...plan, stages };
}

/** Before anything is written: an installation that stops at a conflict stops half-way. */
function stopAtConflicts(plan: InstallPlan, { forceConflicts }: InstallOptions): void {
  const met = writesOf(plan).filter(({ conflicts }) => conflicts.length > 0);
  if (met.length === 0 || forceConflicts) return;
  const places = met.flatMap(({ object, conflicts }) =>
    conflicts.map(({ field, manager }) => `${titleOf(object)} ${field} is managed by "${manager}"`),
  );
  throw new MeshctlError('environment', 'others manage fields that would change', {
    reason: places.join('; '),
    hint: 'take the fields over with --force-conflicts, or set in the spec what the cluster has',
  });
}

/** What was agreed to is what is done, even though somebody else installed in between. */
function sameAs(agreed: InstallPlan, now: InstallPlan, options: InstallOptions): InstallPlan {
  if (!options.yes && textOf(agreed) !== textOf(now)) {
    throw new MeshctlError('environment', 'the cluster has changed since the plan was made', {
      hint: 'nothing was written; run the same command again to see what it would do now',
    });
  }
  stopAtConflicts(now, options);
  return now;
}

/** All that would be written. */
const textOf = (plan: InstallPlan): string =>
  JSON.stringify(writesOf(plan).map(({ action, object, changes }) => ({ action, object, changes })));
