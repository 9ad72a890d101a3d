import type { Option } from 'commander';

/** Flags about the settings files themselves and about the program; they are no settings. */
const flagsOnly = ['config', 'debug'];

/** The options of a command that the environment and the settings files can set, one for `--x` and `--no-x` together. */
export function settable(options: readonly Option[]): readonly Option[] {
  return options.filter(
    (option, i) =>
      !option.hidden &&
      !flagsOnly.includes(option.attributeName()) &&
      options.findIndex((other) => other.attributeName() === option.attributeName()) === i,
  );
}

/** Name of an option in a settings file: `failOn` for `--fail-on`. */
export function settingName(option: Option): string {
  return option.attributeName();
}

/** The environment variable of an option: `MESHCTL_FAIL_ON` for `--fail-on`. */
export function variableName(option: Option): string {
  const words = settingName(option).replace(/[A-Z]/g, (letter) => `_${letter}`);
  return `MESHCTL_${words.toUpperCase()}`;
}
