import { hostname } from 'node:os';
import { connectWriter, type ClusterWriter } from '../../src/kube/apply/index.ts';
import { printable } from '../../src/output/index.ts';
import type { UpgradeEvent, UpgradeState } from '../../src/upgrade/run/index.ts';
import { canaryEnd, executePlan } from '../../src/upgrade/run/index.ts';
import type { UpgradePlan } from '../../src/upgrade/index.ts';
import type { CommandIo } from '../command-io.ts';
import { confirm } from '../confirm.ts';
import { connectOptions, type KubeOptions } from '../kube-options.ts';
import { millisecondsOf } from '../request-timeout.ts';
import { actionText } from './canary-action-text.ts';
import { openJournal } from './canary-journal.ts';
import { healthIn, type CanaryOptions, type CarryOnOptions } from './canary-options.ts';
import { printState } from './status-print.ts';

/** Not ended by Ctrl-C as a whole: the lock in the cluster is given back then. */
export const openWriter = (io: CommandIo, options: KubeOptions): Promise<ClusterWriter> =>
  connectWriter({ ...connectOptions(io, options), signal: new AbortController().signal });

/** Asks, carries a plan out as far as the flags say, and shows what happens. Gives the exit code. */
export async function carryOn(
  io: CommandIo,
  writer: ClusterWriter,
  { plan, until = canaryEnd(plan) }: { readonly plan: UpgradePlan; readonly until?: string | undefined },
  options: CanaryOptions,
): Promise<number> {
  const { from, to } = plan;
  const question = `Carry the upgrade from ${from.revision} to ${to.revision} out, up to the step ${until ?? ''}?`;
  if (!options.confirm && !(await confirm(io, question, { yes: options.auto }))) return declined(io);
  const events = executePlan(writer, plan, {
    ...(until !== undefined && { until }),
    ...(options.confirm && {
      confirm: ({ id, title }) => confirm(io, `Next is ${id}: ${title}. Go on?`, { yes: false }),
    }),
    ...{ onFailure: options.onFailure, health: healthIn(options), ...runOptions(io, options) },
  });
  return showEvents(io, events, options);
}

/** What `executePlan` and `rollback` take alike. */
export const runOptions = (io: CommandIo, { timeout }: CarryOnOptions) => ({
  ...{ timeout: millisecondsOf(timeout), signal: io.interrupt() },
  holder: `meshctl on ${hostname()} (process ${process.pid})`,
});

export function declined(io: CommandIo): number {
  io.note('nothing was done');
  return 1;
}

/** Says on standard error what happens, writes it into the journal, and prints how far it is at the end. */
export async function showEvents(
  io: CommandIo,
  events: AsyncIterable<UpgradeEvent>,
  { output, journal }: Pick<CarryOnOptions, 'output' | 'journal'>,
): Promise<number> {
  const note = await openJournal(io, journal);
  let state: UpgradeState | undefined;
  for await (const event of events) {
    await note(event);
    if (event.type === 'ended') ({ state } = event);
    else say(io, event);
  }
  if (state === undefined) return 1;
  await printState(io, output, state);
  return state.phase === 'stopped' ? 1 : 0;
}

function say(io: CommandIo, event: Exclude<UpgradeEvent, { readonly type: 'ended' }>): void {
  switch (event.type) {
    case 'step-started':
      io.note(`${begun[event.way]}${event.step}:`);
      return;
    case 'action':
      if (event.outcome === 'done') io.detail(`  ${printable(actionText(event.action))}`);
      return;
    case 'waiting':
      io.note(`  waiting: ${printable(event.reason)}`);
      return;
    case 'notice':
      io.note(`  note: ${printable(event.message)}`);
      return;
    case 'step-done':
      io.note(`  ${ended[event.way]}`);
      return;
    case 'step-failed':
      for (const problem of event.problems) io.note(`  not well: ${printable(problem)}`);
  }
}

const begun = { do: '', undo: 'taking back ' } as const;
const ended = { do: 'done', undo: 'taken back' } as const;
