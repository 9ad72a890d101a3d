import {
  isLost,
  namespacesNaming,
  planTagRemove,
  readTagState,
  type TagPlan,
} from '../../src/revision/index.ts';
import type { JsonObject } from '../../src/json.ts';
import { CliCommand } from '../command.ts';
import type { CommandIo } from '../command-io.ts';
import { addKubeOptions, connectOptions, type KubeOptions } from '../kube-options.ts';
import { outputOption } from '../options.ts';
import { addCarryOutOptions, carryOutTag, type CarryOutOptions } from './carry-out-tag.ts';

interface RemoveOptions extends KubeOptions, CarryOutOptions {}

/** `meshctl tag remove`. */
export function removeCommand(io: CommandIo): CliCommand {
  const command = new CliCommand()
    .description(
      'Removes a tag: its webhooks, its Service and, with the tag default, the validator of what names no revision. Pods that run are left alone. When namespaces follow the tag, it asks first: nobody injects their new pods then.',
    )
    .argument('<tag>', 'name of the tag')
    .example('meshctl tag remove canary', 'Remove a tag that nobody follows')
    .example('meshctl tag remove prod --dry-run', 'See who goes without an injector then')
    .example('meshctl tag remove prod -y', 'Remove a tag without being asked');
  addCarryOutOptions(command);
  addKubeOptions(command, io)
    .optionsGroup('Output:')
    .addOption(outputOption(['table', 'json', 'yaml']));
  return command.handler((tag: string, options: RemoveOptions) => remove(io, tag, options));
}

async function remove(io: CommandIo, tag: string, options: RemoveOptions): Promise<number> {
  const { connectWriter } = await import('../../src/kube/apply/index.ts');
  const writer = await connectWriter(connectOptions(io, options));
  const objects = await readTagState(writer, { namespace: options.istioNamespace, tag });
  const plan = planTagRemove({ tag, objects });
  return carryOutTag(io, { writer, plan, question: questionAbout(plan, objects) }, options);
}

/** Undefined when nobody follows the tag. */
function questionAbout({ tag, injection }: TagPlan, objects: readonly JsonObject[]): string | undefined {
  const lost = injection.filter((shift) => isLost(shift) && shift.pods === 'any');
  const affected = [
    ...new Set([...namespacesNaming(tag, objects), ...lost.map(({ namespace }) => namespace)]),
  ];
  if (affected.length === 0) return undefined;
  const some = affected.length > 5 ? `${affected.slice(0, 5).join(', ')} and others` : affected.join(', ');
  return `Remove the tag ${tag}, which is used by the namespace${affected.length === 1 ? '' : 's'} ${some}?`;
}
