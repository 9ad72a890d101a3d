import type { Argument, Option } from 'commander';
import type { CliCommand } from './command.ts';
import { flagRow } from './flag-row.ts';
import { helpFlag } from './global-flags.ts';
import { exampleSection, helpWidth, section, wrap, type Row } from './help-layout.ts';

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
    ...optionGroups(command.options).map(([title, rows]) => section(title, rows, width)),
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
  const rows = registered.map((argument) =>
    flagRow({
      flags: argument.name(),
      description: argument.description,
      ...(argument.argChoices && { choices: argument.argChoices }),
    }),
  );
  return rows.length === 0 ? '' : section('Arguments:', rows, width);
}

/** Options by heading, in the order of their first member; the help flag closes the last group, that of the global flags. */
function optionGroups(options: readonly Option[]): readonly (readonly [string, readonly Row[]])[] {
  const groups = new Map<string, Row[]>();
  for (const option of options) {
    if (option.hidden) continue;
    const title = option.helpGroupHeading ?? 'Flags:';
    groups.set(title, [...(groups.get(title) ?? []), rowOf(option)]);
  }
  return [...groups].map(([title, rows], i) => [
    title,
    i === groups.size - 1 ? [...rows, flagRow(helpFlag)] : rows,
  ]);
}

function rowOf(option: Option): Row {
  const fallback: unknown = option.defaultValueDescription ?? option.defaultValue;
  return flagRow({
    flags: option.flags,
    description: option.description,
    ...(option.argChoices && { choices: option.argChoices }),
    ...((typeof fallback === 'string' || typeof fallback === 'number') && { fallback }),
  });
}
