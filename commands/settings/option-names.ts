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

/** Two spellings of a name are the same: `fail-on` and `fail_on` are meant as `failOn`. */
export function isSameName(a: string, b: string): boolean {
  return plain(a) === plain(b);
}

function plain(name: string): string {
  return name.toLowerCase().replace(/[-_]/g, '');
}

/** The environment variable of an option: `MESHCTL_FAIL_ON` for `--fail-on`. */
export function variableName(option: Option): string {
  const words = settingName(option).replace(/[A-Z]/g, (letter) => `_${letter}`);
  return `MESHCTL_${words.toUpperCase()}`;
}
