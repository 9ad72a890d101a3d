import { InvalidArgumentError, Option } from 'commander';
import type { Channel } from '../src/api/index.ts';
import { globalFlags } from './global-flags.ts';
import type { OutputFormat } from './output-formats.ts';

/** `-o, --output <format>` with the formats of a command; the first is the default. */
export function outputOption(formats: readonly [OutputFormat, ...OutputFormat[]]): Option {
  return new Option('-o, --output <format>', 'format of the result').choices(formats).default(formats[0]);
}

/** An option that may be given several times and collects its values, none by default; with `choices`, only those. */
export function listOption(flags: string, description: string, choices?: readonly string[]): Option {
  const option = new Option(flags, description).default([]);
  if (choices) option.choices(choices);
  return option.argParser((value: string, previous: readonly string[]) => {
    if (choices && !choices.includes(value)) throw new InvalidArgumentError(`use ${choices.join(', ')}`);
    return [...previous, value];
  });
}

/** `--gateway-api-channel`: Gateway API ships its definitions in two channels. */
export function channelOption(description: string): Option {
  return new Option('--gateway-api-channel <channel>', description)
    .choices(['standard', 'experimental'] satisfies Channel[])
    .default('standard' satisfies Channel);
}

/** Whether an option takes no value; commander's own `isBoolean` leaves out `--no-x`. */
export function isSwitch({ required, optional }: Option): boolean {
  return !required && !optional;
}

/** The global flags as options of a command. */
export function globalOptions(): readonly Option[] {
  return globalFlags.map(({ flags, description, choices, fallback }) => {
    const option = new Option(flags, description).helpGroup('Global flags:');
    if (choices) option.choices(choices);
    if (fallback !== undefined) option.default(fallback);
    return flags === '-v, --verbose' ? counting(option) : option;
  });
}

function counting(option: Option): Option {
  return option.default(0).argParser((_: unknown, previous: number) => previous + 1);
}
