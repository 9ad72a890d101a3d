import type { Argument, Option } from 'commander';
import type { CliCommand } from './command.ts';
import { flagRow } from './flag-row.ts';
import { helpFlag } from './global-flags.ts';
import { exampleSection, helpWidth, section, wrap } from './help-layout.ts';
import { argumentData, optionData, optionGroups } from './option-groups.ts';

/** The help of a command: what it does, usage, examples, then its arguments and its flags by group. */
export function commandHelp(command: CliCommand, columns?: number): string {
  const width = helpWidth(columns);
  const aliases = command.aliases();
  const parts = [
    `${command.summary()}\n`,
    `Usage: ${command.name()} ${command.usage()}\n`,
    aliases.length === 0 ? '' : `Aliases: ${aliases.join(', ')}\n`,
    command.examples.length === 0 ? '' : exampleSection(command.examples),
    command.description() === '' ? '' : `${paragraphs(command.description(), width)}\n`,
    argumentSection(command.registeredArguments, width),
    ...flagSections(command.options, width),
  ];
  return parts.filter((part) => part !== '').join('\n');
}

function paragraphs(text: string, width: number): string {
  return text
    .split('\n')
    .map((line) => wrap(line, width).join('\n'))
    .join('\n');
}

function argumentSection(registered: readonly Argument[], width: number): string {
  const rows = registered.map((argument) => flagRow(argumentData(argument)));
  return rows.length === 0 ? '' : section('Arguments:', rows, width);
}

/** The help flag, which is no option, closes the last group: that of the global flags. */
function flagSections(options: readonly Option[], width: number): readonly string[] {
  const groups = optionGroups(options);
  return groups.map((group, i) => {
    const rows = group.options.map((option) => flagRow(optionData(option)));
    return section(group.title, i === groups.length - 1 ? [...rows, flagRow(helpFlag)] : rows, width);
  });
}
