import type { Command } from 'commander';
import { closest } from '../src/closest.ts';
import { invalidValue } from './invalid-value.ts';
import { UsageError } from './usage-error.ts';

/** Says in meshctl's words what commander found wrong with a command line; `code` and `text` are commander's. */
export function parseError(command: Command, code: string | undefined, text: string): UsageError {
  const { message, instead } = describe(command, code, text);
  const help = `\`${command.name()} --help\``;
  return new UsageError(message, {
    usage: `${command.name()} ${command.usage()}`,
    hint: instead === undefined ? `see ${help}` : `${instead} See ${help}`,
  });
}

interface Description {
  readonly message: string;
  /** What to write instead, a sentence. */
  readonly instead?: string | undefined;
}

function describe(command: Command, code: string | undefined, text: string): Description {
  const quoted = text.split("'")[1] ?? '';
  switch (code) {
    case 'commander.unknownOption':
      return unknownFlag(command, quoted);
    case 'commander.optionMissingArgument':
      return { message: `flag ${flagName(quoted)} needs a value` };
    case 'commander.missingMandatoryOptionValue':
      return { message: `flag ${flagName(quoted)} is required` };
    case 'commander.missingArgument':
      return { message: `argument <${quoted}> is missing` };
    case 'commander.excessArguments':
      return { message: `unexpected argument "${command.args[command.registeredArguments.length] ?? ''}"` };
    case 'commander.invalidArgument':
      return refusedValue(command, text);
    default:
      return { message: text.replace(/^error: /, '').replaceAll("option '", "flag '") };
  }
}

function unknownFlag(command: Command, given: string): Description {
  const [flag = '', value] = given.split('=', 2);
  if (value !== undefined && command.options.some(({ long }) => long === flag))
    return { message: `flag ${flag} takes no value` };
  const known = command.options.flatMap(({ long, hidden }) => (long && !hidden ? [long] : []));
  const meant = flag.startsWith('--') ? closest(flag, known) : undefined;
  return { message: `unknown flag ${flag}`, instead: meant && `did you mean ${meant}?` };
}

/** Commander's texts: `option 'FLAGS' argument 'VALUE' is invalid. WHY`, `... value 'VALUE' is invalid for argument 'NAME'. WHY`. */
function refusedValue(command: Command, text: string): Description {
  const option = /^error: option '(?<place>.*?)' argument '(?<value>.*)' is invalid\. (?<why>.*)$/s.exec(
    text,
  );
  const argument = /value '(?<value>.*)' is invalid for argument '(?<place>.*?)'\. (?<why>.*)$/s.exec(text);
  const { place = '', value = '', why = text } = (option ?? argument)?.groups ?? {};
  return option
    ? invalidValue(`flag ${flagName(place)}`, value, why, optionChoices(command, place))
    : invalidValue(`argument <${place}>`, value, why, argumentChoices(command, place));
}

function optionChoices(command: Command, flags: string): readonly string[] | undefined {
  return command.options.find((option) => option.flags === flags)?.argChoices;
}

function argumentChoices(command: Command, name: string): readonly string[] | undefined {
  return command.registeredArguments.find((argument) => argument.name() === name)?.argChoices;
}

/** The long name in a notation such as `-o, --output <format>`. */
function flagName(flags: string): string {
  return /--[\w-]+/.exec(flags)?.[0] ?? flags;
}
