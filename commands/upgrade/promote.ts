import { MeshctlError } from '../../src/errors.ts';
import { canaryEnd, type UpgradeState } from '../../src/upgrade/run/index.ts';
import { CliCommand } from '../command.ts';
import type { CommandIo } from '../command-io.ts';
import { addCanaryOptions, type CanaryOptions } from './canary-options.ts';
import { carryOn, openWriter } from './canary-run.ts';
import { begunUpgrade } from './status-begun.ts';

/** `meshctl upgrade promote`. */
export function promoteCommand(io: CommandIo): CliCommand {
  const command = new CliCommand()
    .description(
      'Makes the new control plane that of everybody, once all waves have moved: tags and the default move to it, namespaces get their own labels back, gateways follow, and the old control plane is removed as soon as no proxy is connected to it and nothing names it. What is removed is kept, so that `meshctl upgrade rollback` can bring it back.',
    )
    .example('meshctl upgrade promote', 'Do the rest of the plan, and ask once before')
    .example('meshctl upgrade promote --until default -y', 'Do it up to a step')
    .example('meshctl upgrade promote --confirm', 'Do it, and ask before each step');
  return addCanaryOptions(command, io).handler(async (options: CanaryOptions) => {
    const writer = await openWriter(io, options);
    const state = await begunUpgrade(writer.client, options.istioNamespace);
    requireWaves(state);
    return carryOn(io, writer, { plan: state.plan, until: options.until ?? lastStep(state) }, options);
  });
}

const lastStep = ({ plan }: UpgradeState): string | undefined => plan.steps.at(-1)?.id;

function requireWaves({ plan, records }: UpgradeState): void {
  const end = plan.steps.findIndex(({ id }) => id === canaryEnd(plan));
  const open = plan.steps
    .slice(0, end + 1)
    .find(({ id }) => !records.some((one) => one.id === id && one.state === 'done'));
  if (open === undefined || end === plan.steps.length - 1) return;
  throw new MeshctlError('input', `the step ${open.id} is not done`, {
    reason: 'not all that is to move has moved, and stays on the old control plane',
    hint: 'go on with `meshctl upgrade resume` first',
  });
}
