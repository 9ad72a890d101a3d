import { planMarkdown } from '../../src/upgrade/plan/index.ts';
import { paint } from '../../src/output/index.ts';
import type { MadePlan } from './made-plan.ts';
import type { CommandIo } from '../command-io.ts';
import { printDocument } from '../print-document.ts';
import { planText } from './plan-text.ts';
import type { PlanOptions } from './plan-options.ts';

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
