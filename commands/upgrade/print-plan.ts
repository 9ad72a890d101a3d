import type { UpgradeFacts } from '../../src/upgrade/facts/index.ts';
import { planMarkdown } from '../../src/upgrade/plan/index.ts';
import type { UpgradePlan } from '../../src/upgrade/upgrade-plan.ts';
import { paint } from '../../src/output/index.ts';
import type { CommandIo } from '../command-io.ts';
import { printDocument } from '../print-document.ts';
import { planText } from './plan-text.ts';
import type { PlanOptions } from './plan-options.ts';

/** A plan, and what it was made from. */
export interface MadePlan {
  readonly plan: UpgradePlan;
  readonly facts: UpgradeFacts;
}

/** Prints a plan as the flags ask for it. */
export async function printPlan(
  io: CommandIo,
  { output, dir }: Pick<PlanOptions, 'output' | 'dir'>,
  made: MadePlan,
): Promise<void> {
  const { plan } = made;
  switch (output) {
    case 'json': {
      const { kind, ...body } = plan;
      await printDocument(io, 'json', kind, body);
      return;
    }
    case 'markdown':
      io.out(planMarkdown(plan));
      return;
    case 'dir':
      await (await import('./write-folder.ts')).writeFolder(io, dir, made);
      return;
    case 'table':
      io.out(planText(plan, paint(io.colors.out)));
  }
}
