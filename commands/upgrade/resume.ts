import { canaryEnd, type UpgradeState } from '../../src/upgrade/run/index.ts';
import { CliCommand } from '../command.ts';
import type { CommandIo } from '../command-io.ts';
import { addCanaryOptions, type CanaryOptions } from './canary-options.ts';
import { carryOn, openWriter } from './canary-run.ts';
import { begunUpgrade } from './status-begun.ts';

/** `meshctl upgrade resume`. */
export function resumeCommand(io: CommandIo): CliCommand {
  const command = new CliCommand()
    .description(
      'Goes on with an upgrade that was paused, stopped or killed, where it was: up to the last wave, or to the end when it was past that. The plan comes from the cluster.',
    )
    .example('meshctl upgrade resume', 'Go on, and ask once before')
    .example('meshctl upgrade resume --until wave-2 -y', 'Go on up to a step')
    .example('meshctl upgrade resume --confirm', 'Go on, and ask before each step');
  return addCanaryOptions(command, io).handler(async (options: CanaryOptions) => {
    const writer = await openWriter(io, options);
    const state = await begunUpgrade(writer.client, options.istioNamespace);
    return carryOn(io, writer, { plan: state.plan, until: options.until ?? nextEnd(state) }, options);
  });
}

/** Once a step after the waves was begun, the rest of the plan is meant. */
function nextEnd({ plan, records }: UpgradeState): string | undefined {
  const end = canaryEnd(plan);
  const after = plan.steps.slice(plan.steps.findIndex(({ id }) => id === end) + 1);
  const isPast = after.some(({ id }) => records.some((one) => one.id === id && one.state !== 'undone'));
  return isPast ? plan.steps.at(-1)?.id : end;
}
