import { Option } from 'commander';
import type { CliCommand } from '../command.ts';

/** What the options about a tag to be made say. */
export interface TagOptions {
  readonly revision: string;
  readonly overwrite: boolean;
  readonly webhookName?: string;
  readonly autoInjectNamespaces: boolean;
}

/** Adds the options that say what a tag stands for. */
export function addTagOptions(command: CliCommand): CliCommand {
  return command
    .argument('<tag>', 'name of the tag, such as prod; default has the namespaces that name no revision')
    .optionsGroup('Tag:')
    .addOption(
      new Option('-r, --revision <name>', 'control plane that the tag stands for').makeOptionMandatory(),
    )
    .addOption(new Option('--overwrite', 'move a tag that is there already').default(false))
    .addOption(
      new Option('--webhook-name <name>', 'name of the webhook object, instead of istio-revision-tag-<tag>'),
    )
    .addOption(
      new Option(
        '--auto-inject-namespaces',
        'the tag default also injects pods that no label speaks of',
      ).default(false),
    );
}
