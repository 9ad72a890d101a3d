import { Option } from 'commander';
import type { HelmRelease, Translation } from '../../src/operator/translate/index.ts';
import { CliCommand } from '../command.ts';
import type { CommandIo } from '../command-io.ts';
import { printDocument } from '../print-document.ts';
import { UsageError } from '../usage-error.ts';
import { diffDocument } from './diff-document.ts';
import { addSpecOptions, readSpec, type SpecOptions } from '../spec-options.ts';

interface TranslateOptions extends SpecOptions {
  readonly output: 'yaml' | 'json' | 'dir';
  readonly outputDir?: string;
}

/** `meshctl manifest translate`. */
export function translateCommand(io: CommandIo): CliCommand {
  const command = new CliCommand()
    .description(
      'Tells how Helm installs what a spec does: values for each chart, the commands, and a script that hands over what is installed. What the charts cannot do is told: gateways, and changes of rendered objects.',
    )
    .example('meshctl manifest translate -f spec.yaml', 'See the values of each chart')
    .example('meshctl manifest translate --profile ambient -o json', 'Get them for a program')
    .example(
      'meshctl manifest translate -f spec.yaml -o dir --output-dir helm/',
      'Write values files and the script that adopts what is installed',
    );
  return addSpecOptions(command)
    .optionsGroup('Output:')
    .addOption(
      new Option('-o, --output <format>', 'format of the result; dir is files for helm')
        .choices(['yaml', 'json', 'dir'])
        .default('yaml'),
    )
    .addOption(new Option('--output-dir <folder>', 'where to write the files; implies -o dir'))
    .handler((options: TranslateOptions) => translate(io, options));
}

async function translate(io: CommandIo, options: TranslateOptions): Promise<number> {
  const { output, outputDir } = options;
  if (output === 'dir' && outputDir === undefined)
    throw new UsageError('there is no folder to write to', { hint: 'name it with --output-dir' });
  const { translateSpec } = await import('../../src/operator/translate/index.ts');
  const translation = await translateSpec(await readSpec(io, options));
  if (outputDir !== undefined) await writeFiles(io, outputDir, translation);
  else if (output !== 'dir')
    await printDocument(io, output, 'ManifestTranslation', await documentOf(translation));
  await warn(io, translation);
  return 0;
}

async function documentOf({ releases, unsupported }: Translation) {
  const { helmCommand, repositoryCommand } = await import('../../src/operator/translate/index.ts');
  return {
    components: releases.map((one) => {
      const { component, release, chart, version, namespace, values, lost } = one;
      return {
        ...{ component, release, chart, version, namespace, values },
        ...{ command: helmCommand(one), lost: diffDocument(lost) },
      };
    }),
    unsupported,
    repository: repositoryCommand,
  };
}

async function writeFiles(io: CommandIo, folder: string, { releases }: Translation): Promise<void> {
  const { adoptScript, valuesFile } = await import('../../src/operator/translate/index.ts');
  const { yamlText } = await import('../yaml-text.ts');
  const { writeFolder } = await import('./write-folder.ts');
  const files = releases.map((one) => ({ name: valuesFile(one), text: yamlText(one.values) }));
  const script = { name: 'adopt-and-upgrade.sh', text: adoptScript(releases), executable: true };
  writeFolder(io.cwd, folder, [...files, script]);
  io.note(`${files.length + 1} files written to ${folder}`);
}

/** What is different after Helm has taken over. */
async function warn(io: CommandIo, { releases, unsupported }: Translation): Promise<void> {
  const { titleOf } = await import('../../src/operator/diff/index.ts');
  for (const { name, namespace } of unsupported)
    io.note(`not translated: gateway ${namespace}/${name}; its chart is another one, gateway`);
  for (const { chart, lost } of releases) for (const line of lostIn(chart, lost, titleOf)) io.note(line);
}

const lostIn = (
  chart: string,
  { changed }: HelmRelease['lost'],
  titleOf: (object: HelmRelease['lost']['changed'][number]) => string,
): string[] =>
  changed.map((object) => {
    const fields = object.changes.map(({ path }) => path).join(', ');
    return `the chart ${chart} does not do what k8s settings and overlays do to ${titleOf(object)}: ${fields}`;
  });
