import { Option } from 'commander';
import { CliCommand } from '../command.ts';
import type { CommandIo } from '../command-io.ts';
import { addCanaryOptions, type CanaryOptions } from './canary-options.ts';
import { readPlan } from './canary-read-plan.ts';
import { carryOn, openWriter } from './canary-run.ts';

interface BeginOptions extends CanaryOptions {
  readonly plan: string;
}

/** `meshctl upgrade canary`. */
export function canaryCommand(io: CommandIo): CliCommand {
  const command = new CliCommand()
    .description(
      'Carries a plan out, step by step, up to its last wave: the new control plane beside the old one, and namespaces that move to it wave by wave, each owner restarted as soon as its budgets allow it. After each step it looks whether the control plane is ready and all proxies that moved are connected to it and in sync, whether they refuse configuration, and whether containers restart. How far it is stands in the cluster: killed or stopped, the same command goes on. It stops (exit code 1) when the cluster is not as the plan expects it any more, or when something is not well. `meshctl upgrade promote` does the rest of the plan.',
    )
    .example('meshctl upgrade canary --plan plan.json', 'Move all waves, and ask once before')
    .example('meshctl upgrade canary --plan plan.json --until wave-1 -y', 'Move the first wave, and look')
    .example(
      'meshctl upgrade canary --plan plan.json -y --on-failure rollback --prometheus http://localhost:9090',
      'Move all waves, and take one back by itself when it does not do well',
    )
    .optionsGroup('Plan:')
    .addOption(
      new Option(
        '--plan <file>',
        'the plan, as `meshctl upgrade plan -o json` writes it; - for stdin',
      ).makeOptionMandatory(),
    );
  return addCanaryOptions(command, io).handler(async (options: BeginOptions) => {
    const plan = await readPlan(io, options.plan);
    const writer = await openWriter(io, options);
    return carryOn(io, writer, { plan, until: options.until }, options);
  });
}
