import type { CliCommand } from '../commands/command.ts';
import { flagRow } from '../commands/flag-row.ts';
import type { FlagData } from '../commands/global-flags.ts';
import { argumentData, optionData, optionGroups } from '../commands/option-groups.ts';

/** The page of a command: the same as its help, as Markdown. */
export function commandPage(command: CliCommand): string {
  const parts = [
    `# ${command.name()}`,
    `${command.summary()}.`,
    `\`\`\`text\n${command.name()} ${command.usage()}\n\`\`\``,
    command.aliases().length === 0
      ? ''
      : `Aliases: ${command
          .aliases()
          .map((alias) => `\`${alias}\``)
          .join(', ')}`,
    command.description(),
    '## Examples',
    ...command.examples.map(({ line, purpose }) => `${purpose}:\n\n\`\`\`sh\n${line}\n\`\`\``),
    argumentTable(command),
    ...flagSections(command),
    'Besides, the [global flags](README.md#global-flags).',
  ];
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`;
}

/** A table of flags. */
export function flagTable(flags: readonly FlagData[]): string {
  const rows = flags.map((data) => {
    const [term, text] = flagRow(data);
    return `| \`${term.trim()}\` | ${text.replaceAll('|', '\\|')} |`;
  });
  return ['| Flag | Meaning |', '| --- | --- |', ...rows].join('\n');
}

function argumentTable({ registeredArguments }: CliCommand): string {
  if (registeredArguments.length === 0) return '';
  const table = flagTable(registeredArguments.map(argumentData)).replace('| Flag |', '| Argument |');
  return `## Arguments\n\n${table}`;
}

function flagSections({ options }: CliCommand): readonly string[] {
  return optionGroups(options)
    .filter(({ title }) => title !== 'Global flags:')
    .map(
      ({ title, options: members }) =>
        `## ${title.replace(/:$/, '')}\n\n${flagTable(members.map(optionData))}`,
    );
}
