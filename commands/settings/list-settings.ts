import type { Option } from 'commander';
import type { CommandIo } from '../command-io.ts';
import type { Entry } from '../entry.ts';
import { namesOf, visibleLeaves } from '../entry-tree.ts';
import { loadCommand } from '../load-command.ts';
import { globalOptions } from '../options.ts';
import { checkNames } from './apply-settings.ts';
import { effectiveValue, type Origin } from './effective-value.ts';
import { settable, settingName, variableName } from './option-names.ts';
import type { Settings } from './read-settings.ts';

/** A setting as it takes effect when no flag is given. */
export interface ListedSetting {
  /** The command as it is typed after `meshctl`; `defaults` for the global flags. */
  readonly command: string;
  readonly name: string;
  readonly value: unknown;
  readonly origin: Origin | 'default';
  /** The variable, or file, line and column; absent for a default. */
  readonly at?: string;
}

export interface SettingList {
  readonly settings: readonly ListedSetting[];
  /** The names of all environment variables that can set something. */
  readonly variables: readonly string[];
}

/** Every setting that has a value: the global ones, then those of each command. Loads every command, so checks all names. */
export async function listSettings(
  settings: Settings,
  io: CommandIo,
  table: readonly Entry[],
): Promise<SettingList> {
  const global = globalOptions();
  const globalNames = global.map(settingName);
  const listed = [...settingsOf(['defaults'], global, settings)];
  const variables = settable(global).map(variableName);
  for (const leaf of visibleLeaves(table)) {
    const { options } = await loadCommand(leaf, io, table);
    const names = namesOf(leaf.path);
    checkNames(options, names, settings);
    const own = options.filter((option) => !globalNames.includes(settingName(option)));
    listed.push(...settingsOf(names, own, settings));
    variables.push(...settable(own).map(variableName));
  }
  return { settings: listed, variables: [...new Set(variables)] };
}

function settingsOf(
  names: readonly string[],
  options: readonly Option[],
  settings: Settings,
): readonly ListedSetting[] {
  return settable(options).flatMap((option): readonly ListedSetting[] => {
    const head = { command: names.join(' '), name: settingName(option) };
    const effective = effectiveValue(option, names, settings);
    if (effective) return [{ ...head, ...effective }];
    const value: unknown = option.defaultValue;
    const none = value === undefined || (Array.isArray(value) && value.length === 0);
    return none ? [] : [{ ...head, value, origin: 'default' }];
  });
}
