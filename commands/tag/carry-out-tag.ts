import { Option } from 'commander';
import { carryOut } from '../../src/changes/index.ts';
import type { ClusterWriter } from '../../src/kube/apply/index.ts';
import { titleOf } from '../../src/operator/diff/index.ts';
import type { TagPlan } from '../../src/revision/index.ts';
import type { CliCommand } from '../command.ts';
import type { CommandIo } from '../command-io.ts';
import { confirm } from '../confirm.ts';
import { printTagPlan, sayWarnings } from './print-tag-plan.ts';

export interface CarryOutOptions {
  readonly dryRun: boolean;
  readonly yes: boolean;
  readonly output: 'table' | 'json' | 'yaml';
}

/** The settings that CarryOutOptions has beside those for output. */
export const addCarryOutOptions = (command: CliCommand): CliCommand =>
  command
    .optionsGroup('Carrying out:')
    .addOption(new Option('--dry-run', 'show what would be done, and write nothing').default(false))
    .addOption(new Option('-y, --yes', 'do it without asking').default(false));

/** A plan on its way, with what to ask before it is carried out; nothing when that needs no second thought. */
interface Planned {
  readonly writer: ClusterWriter;
  readonly plan: TagPlan;
  readonly question: string | undefined;
}

/** Shows a plan and carries it out, unless it is for a dry run or refused; gives the exit code. */
export async function carryOutTag(
  io: CommandIo,
  { writer, plan, question }: Planned,
  options: CarryOutOptions,
): Promise<number> {
  const { dryRun, yes, output } = options;
  await printTagPlan(io, options, plan);
  sayWarnings(io, plan);
  if (dryRun) {
    if (output === 'table') io.note('Nothing was written: this is a dry run.');
    return 0;
  }
  if (question !== undefined && !(await confirm(io, question, { yes }))) {
    io.note('Nothing was written.');
    return 1;
  }
  const signal = io.interrupt();
  for (const change of plan.changes) {
    await carryOut(writer, change, { forceConflicts: true, signal });
    if (change.action !== 'unchanged') io.detail(`${done[change.action]} ${titleOf(change.object)}`);
  }
  io.note(summaryOf(plan));
  return 0;
}

const done = { create: 'created', change: 'changed', delete: 'deleted' } as const;

function summaryOf({ tag, revision, changes }: TagPlan): string {
  if (revision === undefined) return `The tag ${tag} is gone.`;
  if (changes.every(({ action }) => action === 'unchanged'))
    return `The tag ${tag} stands for revision ${revision} as it should.`;
  return `The tag ${tag} stands for revision ${revision}. Pods follow when they are restarted.`;
}
