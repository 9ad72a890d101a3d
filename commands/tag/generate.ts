import { connect } from '../../src/kube/index.ts';
import type { JsonObject } from '../../src/json.ts';
import { desiredTag, readTagState } from '../../src/revision/index.ts';
import { CliCommand } from '../command.ts';
import type { CommandIo } from '../command-io.ts';
import { addKubeOptions, connectOptions, type KubeOptions } from '../kube-options.ts';
import { manifestSource } from '../manifest/manifest-source.ts';
import { listOption, outputOption } from '../options.ts';
import { printDocument } from '../print-document.ts';
import { addTagOptions, type TagOptions } from './tag-options.ts';

interface GenerateOptions extends TagOptions, KubeOptions {
  readonly filename: readonly string[];
  readonly output: 'yaml' | 'json';
}

/** `meshctl tag generate`. */
export function generateCommand(io: CommandIo): CliCommand {
  const command = new CliCommand()
    .description(
      'Prints the objects of a tag, as a stream that `kubectl apply` takes. They are made after the injector of the revision, which is read from the cluster, or from files: saved objects, what `meshctl manifest generate` wrote, or the spec of the revision. Nothing is written to the cluster.',
    )
    .example('meshctl tag generate prod --revision 1-31-1 > prod.yaml', 'Keep a tag in git')
    .example('meshctl tag generate prod --revision 1-31-1 -f spec.yaml', 'Make a tag without a cluster')
    .example(
      'meshctl manifest generate --set revision=next | meshctl tag generate prod -r next -f -',
      'Make a tag for what was just rendered',
    );
  addTagOptions(command)
    .optionsGroup('Source:')
    .addOption(
      listOption('-f, --filename <file>', 'objects, or a spec, in place of the cluster; may be repeated'),
    );
  addKubeOptions(command, io)
    .optionsGroup('Output:')
    .addOption(outputOption(['yaml', 'json']));
  return command.handler(async (tag: string, options: GenerateOptions) => {
    const { istioNamespace: namespace, revision, overwrite, webhookName } = options;
    const made = desiredTag(
      {
        ...{ tag, revision, overwrite, namespace },
        objects: await objectsOf(io, options),
        everywhere: options.autoInjectNamespaces,
        ...(webhookName !== undefined && { webhookName }),
      },
      { mayCollide: true },
    );
    await print(io, options.output, made);
    return 0;
  });
}

async function objectsOf(io: CommandIo, options: GenerateOptions): Promise<readonly JsonObject[]> {
  if (options.filename.length > 0) {
    const files = await Promise.all(options.filename.map((file) => manifestSource(io, file)));
    return files.flat();
  }
  const client = await connect(connectOptions(io, options));
  return readTagState({ client }, { namespace: options.istioNamespace });
}

async function print(io: CommandIo, format: 'yaml' | 'json', objects: readonly JsonObject[]): Promise<void> {
  if (format === 'json') {
    await printDocument(io, format, 'ManifestList', { objects });
    return;
  }
  const { yamlText } = await import('../yaml-text.ts');
  io.out(objects.map((object) => yamlText(object)).join('---\n'));
}
