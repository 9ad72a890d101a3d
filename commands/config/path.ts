import { table } from '../../src/output/index.ts';
import { CliCommand } from '../command.ts';
import type { CommandIo } from '../command-io.ts';
import { outputOption } from '../options.ts';
import { printDocument } from '../print-document.ts';
import { findSettingsFiles, type SettingsFile } from '../settings/find-files.ts';

interface PathOptions {
  readonly output: 'table' | 'name' | 'json' | 'yaml';
  /** False with --no-config, a path with --config. */
  readonly config?: string | false;
}

/** `meshctl config path`: which settings files count here. */
export function pathCommand(io: CommandIo): CliCommand {
  return new CliCommand()
    .example('meshctl config path', 'See where settings are looked for')
    .example('meshctl config path -o name', 'Print the paths of the files that exist')
    .example('meshctl config path --config ci/meshctl.yaml', 'See what --config changes')
    .description(
      'The files stand in the order of their strength: what the first one sets, the others cannot.',
    )
    .optionsGroup('Output:')
    .addOption(outputOption(['table', 'name', 'json', 'yaml']))
    .handler(async ({ output, config }: PathOptions) => {
      const files = findSettingsFiles(config, io);
      if (output === 'table') io.out(pathTable(files));
      else if (output === 'name') io.out(existing(files));
      else await printDocument(io, output, 'ConfigFileList', { files: files.map(fileData) });
      return 0;
    });
}

function pathTable(files: readonly SettingsFile[]): string {
  return table(
    [
      { header: 'kind', cell: ({ kind }) => kind },
      { header: 'found', cell: ({ exists }) => (exists ? 'yes' : 'no') },
      { header: 'path', cell: ({ path }) => path },
    ],
    files,
  );
}

function existing(files: readonly SettingsFile[]): string {
  return files.flatMap(({ exists, path }) => (exists ? [`${path}\n`] : [])).join('');
}

function fileData({ kind, path, exists }: SettingsFile): object {
  return { kind, path, exists };
}
