import type { StepRecord, UpgradeState } from '../../src/upgrade/run/index.ts';
import type { UpgradeStep } from '../../src/upgrade/index.ts';
import type { CommandIo } from '../command-io.ts';
import { printDocument } from '../print-document.ts';
import { printTable } from '../print-table.ts';

/** Prints how far an upgrade is. */
export async function printState(
  io: CommandIo,
  output: 'table' | 'json' | 'yaml',
  state: UpgradeState,
): Promise<void> {
  const rows = rowsOf(state);
  const { phase, reason, pauseWanted, planHash, plan } = state;
  if (output === 'table') {
    printTable(io, output, columns, rows);
    io.note(`${plan.from.revision} to ${plan.to.revision}: ${phaseTexts[phase]}`);
    if (pauseWanted) io.note('it pauses after what is under way');
    if (reason !== undefined) io.note(`it stopped because of ${reason}`);
    return;
  }
  const { from, to, istioNamespace } = plan;
  await printDocument(io, output, 'UpgradeStatus', {
    ...{ phase, ...(reason !== undefined && { reason }), pauseWanted, istioNamespace, from, to, planHash },
    steps: rows,
  });
}

interface StepRow {
  readonly id: string;
  readonly title: string;
  readonly state: StepRecord['state'] | 'open';
  readonly began?: string;
  readonly ended?: string;
}

const rowsOf = ({ plan, records }: UpgradeState): readonly StepRow[] =>
  plan.steps.map((step) =>
    rowOf(
      step,
      records.find(({ id }) => id === step.id),
    ),
  );

const rowOf = ({ id, title }: UpgradeStep, record: StepRecord | undefined): StepRow => ({
  ...{ id, title, state: record?.state ?? 'open' },
  ...(record && { began: record.began }),
  ...(record?.ended !== undefined && { ended: record.ended }),
});

const columns = [
  { header: 'STEP', cell: ({ id }: StepRow) => id },
  { header: 'STATE', cell: ({ state }: StepRow) => state },
  { header: 'ENDED', cell: ({ ended = '' }: StepRow) => ended },
  { header: 'TITLE', cell: ({ title }: StepRow) => title },
];

const phaseTexts: Readonly<Record<UpgradeState['phase'], string>> = {
  running: 'under way, or its runner was killed; `meshctl upgrade resume` goes on',
  paused: 'paused; `meshctl upgrade resume` goes on',
  waiting: 'as far as it was to go; `meshctl upgrade promote` makes it that of everybody',
  stopped: 'stopped; mend it and `meshctl upgrade resume`, or `meshctl upgrade rollback`',
  done: 'done',
  'rolling-back': 'being taken back; `meshctl upgrade rollback` goes on',
  'rolled-back': 'taken back',
};
