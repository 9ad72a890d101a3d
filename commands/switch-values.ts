import type { Option } from 'commander';
import type { CliCommand } from './command.ts';
import { isSwitch } from './options.ts';

/**
 * Takes `--flag=true` and `--flag=false` for flags without a value, as other mesh tools write them: sets what they say
 * and returns the words without them.
 */
export function readSwitchValues(command: CliCommand, words: readonly string[]): readonly string[] {
  const end = words.includes('--') ? words.indexOf('--') : words.length;
  return words.filter((word, i) => {
    const [, name, value] = /^(--[\w-]+)=(true|false)$/.exec(word) ?? [];
    const option = i < end ? command.options.find(({ long }) => long === name) : undefined;
    if (!option || !isSwitch(option)) return true;
    command.setOptionValueWithSource(option.attributeName(), meaning(option, value === 'true'), 'cli');
    return false;
  });
}

function meaning(option: Option, on: boolean): boolean | number {
  return typeof option.defaultValue === 'number' ? Number(on) : on !== option.negate;
}
