import { Option } from 'commander';
import type { RenderedObject } from '../../src/operator/index.ts';
import { CliCommand } from '../command.ts';
import type { CommandIo } from '../command-io.ts';
import { outputOption } from '../options.ts';
import { printDocument } from '../print-document.ts';
import { addSpecOptions, readSpec, sayFindings, type SpecOptions } from './spec-options.ts';

interface GenerateOptions extends SpecOptions {
  readonly output: 'yaml' | 'json';
}

/** `meshctl manifest generate`. */
export function generateCommand(io: CommandIo): CliCommand {
  const command = new CliCommand()
    .description(
      'Prints the objects that a spec installs, each after those it needs, as a stream that `kubectl apply` takes. Nothing is asked of a cluster.',
    )
    .example('meshctl manifest generate > istio.yaml', 'Render the default profile')
    .example('meshctl manifest generate -f spec.yaml --set revision=1-31-1', 'Render a spec as a revision')
    .example('meshctl manifest generate --profile ambient -o json', 'Get the objects as one document');
  return addSpecOptions(command)
    .optionsGroup('Output:')
    .addOption(outputOption(['yaml', 'json']).default('yaml'))
    .addOption(new Option('--cluster-specific', 'istioctl: ask the cluster').hideHelp())
    .handler(async (options: GenerateOptions) => {
      const { renderManifests } = await import('../../src/operator/index.ts');
      const { objects, findings } = await renderManifests(await readSpec(io, options));
      await sayFindings(io, findings);
      await print(io, options.output, objects);
      return 0;
    });
}

async function print(
  io: CommandIo,
  format: 'yaml' | 'json',
  rendered: readonly RenderedObject[],
): Promise<void> {
  const objects = rendered.map(({ object }) => object);
  if (format === 'json') return printDocument(io, format, 'ManifestList', { objects });
  const { yamlText } = await import('../yaml-text.ts');
  for (const object of objects) io.out(`---\n${yamlText(object)}`);
}
