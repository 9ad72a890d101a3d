import { planUpgrade } from '../../src/upgrade/plan/index.ts';
import { CliCommand } from '../command.ts';
import type { CommandIo } from '../command-io.ts';
import { exitCodeOf } from '../exit-codes.ts';
import { addPlanOptions, type PlanOptions } from './plan-options.ts';
import { planRequest } from './plan-request.ts';
import { printPlan } from './print-plan.ts';
import { readFacts } from './read-facts.ts';

/** `meshctl upgrade plan`. */
export function planCommand(io: CommandIo): CliCommand {
  const command = new CliCommand()
    .description(
      'Reads a cluster once, or saved objects, decides what stands in the way of a new control plane, and writes the steps that lead to it: the new control plane beside the old one, waves of namespaces with restarts, tags, gateways, and the removal of the old one. Each step says what must hold before it, what shows that it is done, and what takes it back. Nothing is changed. It ends with 1 when something stops the upgrade.',
    )
    .example('meshctl upgrade plan --to 1.31.1', 'See the way to a version, and what stands in it')
    .example(
      'meshctl upgrade plan --wave team=pilots --wave 20% -o json > plan.json',
      'Write a plan for `meshctl upgrade canary`, with waves of your own',
    )
    .example('meshctl upgrade plan --from saved/ -o markdown', 'Plan from saved objects, for a ticket')
    .example('meshctl upgrade plan -o dir --dir upgrade/', 'Write the manifests of each step, for GitOps');
  return addPlanOptions(command, io).handler(async (options: PlanOptions) => {
    const request = await planRequest(io, options);
    const facts = await readFacts(io, options);
    const plan = planUpgrade(facts, request);
    await printPlan(io, options, { plan, facts });
    if (facts.missing.length > 0) return exitCodeOf.environment;
    return plan.feasible ? 0 : 1;
  });
}
