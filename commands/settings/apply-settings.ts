import type { Option } from 'commander';
import { closest } from '../../src/closest.ts';
import { MeshctlError } from '../../src/errors.ts';
import type { CliCommand } from '../command.ts';
import { effectiveValue } from './effective-value.ts';
import { isSameName, settable, settingName } from './option-names.ts';
import type { Settings } from './read-settings.ts';
import { sectionAt, type Section } from './section.ts';
import { sharedSettings } from './shared.ts';
import { StraySetting } from './stray-setting.ts';

/**
 * Gives the options of a command that no flag has set their values from the environment and the settings files. A
 * setting that contradicts a given flag yields to it. `only` limits this to some options.
 */
export function applySettings(
  command: CliCommand,
  names: readonly string[],
  settings: Settings,
  only: (option: Option) => boolean = () => true,
): void {
  checkNames(command.options, names, settings);
  for (const option of settable(command.options).filter(only)) {
    if (isGiven(command, option) || contradicts(command, option)) continue;
    const effective = effectiveValue(option, names, settings);
    if (!effective) continue;
    const source = effective.origin === 'environment' ? 'env' : 'config';
    command.setOptionValueWithSource(option.attributeName(), effective.value, source);
  }
}

/** Refuses settings that the command does not have; those of other commands are checked when these run. */
export function checkNames(options: readonly Option[], names: readonly string[], { layers }: Settings): void {
  const known = settable(options).map(settingName);
  for (const { root } of layers) {
    check(sectionAt(root, names), known, names.join(' '));
    check(sectionAt(root, ['defaults']), [...new Set([...known, ...sharedSettings])], 'defaults');
  }
}

function check(section: Section | undefined, known: readonly string[], title: string): void {
  for (const [name, { keyAt }] of section?.settings ?? []) {
    if (known.includes(name)) continue;
    const meant = closest(name, known);
    const message = `${keyAt}: ${title} has no setting "${name}"`;
    const hint = meant === undefined ? `the settings are ${known.join(', ')}` : `did you mean ${meant}?`;
    if (meant !== undefined && isSameName(meant, name)) throw new MeshctlError('usage', message, { hint });
    throw new StraySetting(name, message, hint);
  }
}

function isGiven(command: CliCommand, option: Option): boolean {
  const source = command.getOptionValueSource(option.attributeName());
  return source !== undefined && source !== 'default' && source !== 'config' && source !== 'env';
}

function contradicts(command: CliCommand, option: Option): boolean {
  return command.options.some(
    (other) =>
      isGiven(command, other) &&
      (conflicts(option).includes(other.attributeName()) ||
        conflicts(other).includes(option.attributeName())),
  );
}

/** Commander keeps what `Option.conflicts` was told, but its types do not say so. */
function conflicts(option: Option): readonly unknown[] {
  const names: unknown = Reflect.get(option, 'conflictsWith');
  return Array.isArray(names) ? names : [];
}
