import { isLost, planTagSet, readTagState, type TagPlan } from '../../src/revision/index.ts';
import { CliCommand } from '../command.ts';
import type { CommandIo } from '../command-io.ts';
import { addKubeOptions, connectOptions, type KubeOptions } from '../kube-options.ts';
import { outputOption } from '../options.ts';
import { addCarryOutOptions, carryOutTag, type CarryOutOptions } from './carry-out-tag.ts';
import { addTagOptions, type TagOptions } from './tag-options.ts';

interface SetOptions extends TagOptions, KubeOptions, CarryOutOptions {}

/** `meshctl tag set`. */
export function setCommand(io: CommandIo): CliCommand {
  const command = new CliCommand()
    .description(
      'Makes a tag, a name that stands for a control plane: namespaces labelled istio.io/rev=<tag> follow it. With --overwrite a tag moves to another control plane, and its pods follow when they are restarted. The tag default is for what names no revision: istio-injection=enabled, and the validation of configuration. What would be written and who injects each namespace afterwards is shown; when pods would have two injectors or none, it asks first.',
    )
    .example('meshctl tag set prod --revision 1-31-1', 'Make a tag')
    .example('meshctl tag set prod --revision 1-32-0 --overwrite', 'Move a tag to another control plane')
    .example(
      'meshctl tag set default --revision 1-32-0 --overwrite --dry-run',
      'See what moving the default does',
    )
    .example('meshctl tag set prod --revision 1-31-1 -o json', 'Get what was done for a program');
  addCarryOutOptions(addTagOptions(command));
  addKubeOptions(command, io)
    .optionsGroup('Output:')
    .addOption(outputOption(['table', 'json', 'yaml']));
  return command.handler((tag: string, options: SetOptions) => set(io, tag, options));
}

async function set(io: CommandIo, tag: string, options: SetOptions): Promise<number> {
  const { connectWriter } = await import('../../src/kube/apply/index.ts');
  const writer = await connectWriter(connectOptions(io, options));
  const { istioNamespace: namespace, revision, overwrite, webhookName } = options;
  const objects = await readTagState(writer, { namespace, tag });
  const plan = planTagSet({
    ...{ tag, revision, namespace, overwrite, objects },
    everywhere: options.autoInjectNamespaces,
    ...(webhookName !== undefined && { webhookName }),
  });
  return carryOutTag(io, { writer, plan, question: questionAbout(plan) }, options);
}

/** Undefined for what can be done without a second thought. */
function questionAbout({ tag, overlaps, injection }: TagPlan): string | undefined {
  if (overlaps.length > 0) return `Set the tag ${tag} though pods would have two injectors?`;
  const lost = new Set(injection.filter(isLost).map(({ namespace }) => namespace));
  if (lost.size === 0) return undefined;
  return `Set the tag ${tag} though pods in ${[...lost].join(', ')} would have no injector?`;
}
