import type { Argument, Option } from 'commander';
import { groupBy } from '../src/group-by.ts';
import type { FlagData } from './global-flags.ts';

export interface OptionGroup {
  readonly title: string;
  readonly options: readonly Option[];
}

/** The options that help shows, by heading, in the order of the first member of each. */
export function optionGroups(options: readonly Option[]): readonly OptionGroup[] {
  const shown = options.filter(({ hidden }) => !hidden);
  const groups = groupBy(shown, ({ helpGroupHeading = 'Flags:' }) => helpGroupHeading);
  return [...groups].map(([title, members]) => ({ title, options: members }));
}

/** What help tells about an option. */
export function optionData(option: Option): FlagData {
  const fallback: unknown = option.defaultValueDescription ?? option.defaultValue;
  return {
    flags: option.flags,
    description: option.description,
    ...(option.argChoices && { choices: option.argChoices }),
    ...((typeof fallback === 'string' || typeof fallback === 'number') && { fallback }),
  };
}

/** What help tells about an argument. */
export function argumentData(argument: Argument): FlagData {
  return {
    flags: argument.name(),
    description: argument.description,
    ...(argument.argChoices && { choices: argument.argChoices }),
  };
}
