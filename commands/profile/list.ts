import { CliCommand } from '../command.ts';
import type { CommandIo } from '../command-io.ts';
import { outputOption } from '../options.ts';
import { printDocument } from '../print-document.ts';
import { printTable } from '../print-table.ts';

interface ListOptions {
  readonly output: 'table' | 'json' | 'yaml' | 'name';
}

/** `meshctl profile list`. */
export function listCommand(io: CommandIo): CliCommand {
  return new CliCommand()
    .description('Lists the built-in profiles: the settings that an installation starts from.')
    .example('meshctl profile list', 'See the profiles and what each is for')
    .example('meshctl profile list -o name', 'Get the names alone')
    .example('meshctl profile list -o json', 'Get the list for a program')
    .optionsGroup('Output:')
    .addOption(outputOption(['table', 'json', 'yaml', 'name']))
    .handler(async ({ output }: ListOptions) => {
      const { profileNames, profileSummaries } = await import('../../src/operator/index.ts');
      const profiles = profileNames.map((name) => ({ name, summary: profileSummaries[name] ?? '' }));
      if (output === 'json' || output === 'yaml')
        await printDocument(io, output, 'ProfileList', { profiles });
      else if (output === 'name') io.out(profileNames.map((name) => `${name}\n`).join(''));
      else printTable(io, output, columns, profiles);
      return 0;
    });
}

const columns = [
  { header: 'NAME', cell: ({ name }: { readonly name: string }) => name },
  { header: 'FOR', cell: ({ summary }: { readonly summary: string }) => summary },
];
