import { Option } from 'commander';
import { rollback } from '../../src/upgrade/run/index.ts';
import { CliCommand } from '../command.ts';
import type { CommandIo } from '../command-io.ts';
import { confirm } from '../confirm.ts';
import { addCarryOnOptions, type CarryOnOptions } from './canary-options.ts';
import { declined, openWriter, runOptions, showEvents } from './canary-run.ts';
import { begunUpgrade } from './status-begun.ts';

interface RollbackOptions extends CarryOnOptions {
  readonly to?: string;
}

/** `meshctl upgrade rollback`. */
export function rollbackCommand(io: CommandIo): CliCommand {
  const command = new CliCommand()
    .description(
      'Takes the steps of an upgrade back, the last one first, each to what was before its first write: labels of namespaces and templates, tags, what was deleted, and the new control plane itself, which goes only when nobody uses it any more. Definitions of kinds stay as they are then. Killed or stopped, the same command goes on.',
    )
    .example('meshctl upgrade rollback', 'Take the whole upgrade back, and ask once before')
    .example('meshctl upgrade rollback --to wave-1 -y', 'Take back what came after a step')
    .example('meshctl upgrade rollback -o json -y', 'Take it back, and get what was done for a program')
    .optionsGroup('Rollback:')
    .addOption(new Option('--to <step>', 'the last step that stays done'));
  return addCarryOnOptions(command, io).handler(async (options: RollbackOptions) => {
    const writer = await openWriter(io, options);
    const { istioNamespace, to } = options;
    const { plan } = await begunUpgrade(writer.client, istioNamespace);
    const what = to === undefined ? 'the whole upgrade' : `what came after ${to} of the upgrade`;
    const question = `Take ${what} from ${plan.from.revision} to ${plan.to.revision} back?`;
    if (!(await confirm(io, question, { yes: options.auto }))) return declined(io);
    const how = { istioNamespace, ...(to !== undefined && { to }), ...runOptions(io, options) };
    return showEvents(io, rollback(writer, how), options);
  });
}
