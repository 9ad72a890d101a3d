import { CliCommand } from '../command.ts';
import type { CommandIo } from '../command-io.ts';
import { outputOption } from '../options.ts';
import { printDocument } from '../print-document.ts';
import { printTable } from '../print-table.ts';
import { addSpecOptions, readSpec, type SpecOptions } from '../spec-options.ts';

interface ImagesOptions extends SpecOptions {
  readonly output: 'table' | 'json' | 'yaml' | 'name';
}

/** `meshctl manifest images`. */
export function imagesCommand(io: CommandIo): CliCommand {
  const command = new CliCommand()
    .description(
      'Lists the images that a spec has nodes pull: those of the control plane and the gateways, and those that injection puts into pods. For mirrors of clusters without access to the internet.',
    )
    .example('meshctl manifest images', 'List the images of the default profile')
    .example('meshctl manifest images --profile ambient -o json', 'Get them with who runs each')
    .example(
      'meshctl manifest images -f spec.yaml --set hub=registry.example.com/istio -o name',
      'See what a mirror must hold, one image a line',
    );
  return addSpecOptions(command)
    .optionsGroup('Output:')
    .addOption(outputOption(['table', 'json', 'yaml', 'name']))
    .handler(async (options: ImagesOptions) => {
      const { imagesOf } = await import('../../src/operator/images/index.ts');
      const images = await imagesOf(await readSpec(io, options));
      const { output } = options;
      if (output === 'json' || output === 'yaml') await printDocument(io, output, 'ImageList', { images });
      else if (output === 'name') io.out(images.map(({ image }) => `${image}\n`).join(''));
      else {
        const columns = [
          { header: 'IMAGE', cell: ({ image }: (typeof images)[number]) => image },
          { header: 'USED BY', cell: ({ usedBy }: (typeof images)[number]) => usedBy.join(', ') },
        ];
        printTable(io, output, columns, images);
      }
      return 0;
    });
}
