import { closest } from '../../src/closest.ts';
import { table } from '../../src/output/index.ts';
import { CliCommand } from '../command.ts';
import type { CommandIo } from '../command-io.ts';
import type { Entry } from '../entry.ts';
import { namesOf } from '../entry-tree.ts';
import { locate } from '../locate.ts';
import { outputOption } from '../options.ts';
import { printDocument } from '../print-document.ts';
import { listSettings, type ListedSetting } from '../settings/list-settings.ts';
import { readSettings } from '../settings/read-settings.ts';

interface ViewOptions {
  readonly output: 'table' | 'json' | 'yaml';
  readonly origin?: boolean;
  readonly config?: string | false;
}

/** `meshctl config view`: what every setting is worth when no flag is given. */
export function viewCommand(io: CommandIo, entries: readonly Entry[]): CliCommand {
  return new CliCommand()
    .argument('[command...]', 'show the settings of this command only, such as "config path"')
    .example('meshctl config view', 'See the value of every setting')
    .example('meshctl config view --origin', 'See which variable or line of a file has set it')
    .example('meshctl config view version -o json', 'Hand the settings of one command to a script')
    .description('Checks every name in the settings files, whichever command it is for.')
    .optionsGroup('Output:')
    .addOption(outputOption(['table', 'json', 'yaml']))
    .option('--origin', 'tell where each value comes from (JSON and YAML always do)')
    .handler(async (command: readonly string[], { output, origin = false, config }: ViewOptions) => {
      const all = await listSettings(await readSettings(config, io, entries), io, entries);
      for (const name of unknownVariables(io, all.variables)) io.note(`warning: ${name}`);
      const wanted = namesOf(locate(command, entries).path).join(' ');
      const settings = all.settings.filter((setting) =>
        `${setting.command} `.startsWith(wanted === '' ? '' : `${wanted} `),
      );
      if (output === 'table') io.out(viewTable(settings, origin));
      else await printDocument(io, output, 'SettingList', { settings });
      return 0;
    });
}

function viewTable(settings: readonly ListedSetting[], origin: boolean): string {
  return table<ListedSetting>(
    [
      { header: 'command', cell: ({ command }) => command },
      { header: 'setting', cell: ({ name }) => name },
      { header: 'value', cell: ({ value }) => String(value) },
      ...(origin ? [{ header: 'origin', cell: ({ at, origin }: ListedSetting) => at ?? origin }] : []),
    ],
    settings,
  );
}

/** Misspelt variables have no effect and no error of their own: other programs may use the same environment. */
function unknownVariables({ env }: CommandIo, variables: readonly string[]): readonly string[] {
  const known = [...variables, 'MESHCTL_CONFIG', 'MESHCTL_DEBUG'];
  return Object.keys(env)
    .filter((name) => name.startsWith('MESHCTL_') && !known.includes(name))
    .map((name) => {
      const meant = closest(name, known);
      return `${name} is no setting${meant === undefined ? '' : `; did you mean ${meant}?`}`;
    });
}
