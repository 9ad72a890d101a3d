import { Option } from 'commander';
import { paint } from '../../src/output/index.ts';
import { planUpgrade } from '../../src/upgrade/plan/index.ts';
import { simulateUpgrade } from '../../src/upgrade/simulate/index.ts';
import type { UpgradePlan } from '../../src/upgrade/index.ts';
import { CliCommand } from '../command.ts';
import type { CommandIo } from '../command-io.ts';
import { exitCodeOf } from '../exit-codes.ts';
import { printDocument } from '../print-document.ts';
import { addWayOptions, type PlanOptions } from './plan-options.ts';
import { warn } from '../warn.ts';
import { planRequest } from './plan-request.ts';
import { readFacts } from './read-facts.ts';
import { simulationText } from './simulation-text.ts';

interface SimulateOptions extends Omit<PlanOptions, 'output' | 'dir'> {
  readonly output: 'table' | 'json';
}

/** `meshctl upgrade simulate`. */
export function simulateCommand(io: CommandIo): CliCommand {
  const command = new CliCommand()
    .description(
      'Plans an upgrade as `meshctl upgrade plan` does, and carries the plan out on a simulated cluster that has the objects of the real one, or of saved files. It tells what each step wrote there, how many Pods each control plane had after it, and whether every Pod had its one injector at every moment. Nothing runs in the simulated cluster, time to watch is skipped, and the real cluster is only read. It ends with 1 when a step fails.',
    )
    .example('meshctl upgrade simulate --to 1.31.1', 'See what an upgrade would do, step by step')
    .example(
      'meshctl upgrade simulate --from saved/ --wave team=pilots --wave 20% -o json',
      'Simulate from saved objects, with waves of your own, for a program',
    )
    .example('meshctl upgrade simulate -f operator.yaml', 'Try the settings of the new control plane');
  return addWayOptions(command, io)
    .optionsGroup('Output:')
    .addOption(
      new Option('-o, --output <format>', 'how to print what happened')
        .choices(['table', 'json'])
        .default('table'),
    )
    .handler((options: SimulateOptions) => simulate(io, options));
}

async function simulate(io: CommandIo, { output, ...flags }: SimulateOptions): Promise<number> {
  const options: PlanOptions = { ...flags, output: 'table', dir: '' };
  const request = await planRequest(io, options);
  const facts = await readFacts(io, options);
  const plan = planUpgrade(facts, request);
  if (!plan.feasible) {
    warn(io, stopped(plan));
    return 1;
  }
  io.note('simulated cluster: nothing runs in it, and no other cluster is changed');
  const simulation = await simulateUpgrade(plan, facts.objects, {
    signal: io.interrupt(),
    onStep: (id) => {
      io.note(`simulating ${id}`);
    },
  });
  const { kind, ...body } = simulation;
  if (output === 'json') await printDocument(io, 'json', kind, { ...body });
  else io.out(simulationText(simulation, paint(io.colors.out)));
  if (facts.missing.length > 0) return exitCodeOf.environment;
  return simulation.succeeds ? 0 : 1;
}

function stopped({ facts }: UpgradePlan): string {
  const reasons = facts.filter(({ verdict }) => verdict === 'stop').map(({ message }) => message);
  return `nothing was simulated, because something stops this upgrade: ${reasons.join('; ')}; \`meshctl upgrade plan\` with the same flags tells what to do about it`;
}
