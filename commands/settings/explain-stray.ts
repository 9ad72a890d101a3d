import { MeshctlError } from '../../src/errors.ts';
import type { CommandIo } from '../command-io.ts';
import type { Entry } from '../entry.ts';
import { namesOf, visibleLeaves } from '../entry-tree.ts';
import { loadCommand } from '../load-command.ts';
import { isSameName, settable, settingName } from './option-names.ts';
import { sharedSettings } from './shared.ts';
import { StraySetting } from './stray-setting.ts';

/**
 * An error with a better hint, if it is about a setting that only stands in the wrong place: which commands have it.
 * Loads every command, which only an error may cost.
 */
export async function explainStray(error: unknown, io: CommandIo, table: readonly Entry[]): Promise<unknown> {
  if (!(error instanceof StraySetting)) return error;
  const homes = await homesOf(error.setting, io, table);
  const [{ setting } = { setting: '' }] = homes;
  if (homes.length === 0) return error;
  const commands = homes.map(({ command }) => command).join(', ');
  const hint = sharedSettings.includes(setting)
    ? `${setting} is a setting of many commands: write it into the section of one, or into defaults`
    : `${setting} is a setting of ${commands}: write it into that section`;
  return new MeshctlError(error.code, error.message, { hint });
}

interface Home {
  readonly command: string;
  readonly setting: string;
}

async function homesOf(wanted: string, io: CommandIo, table: readonly Entry[]): Promise<readonly Home[]> {
  const homes: Home[] = [];
  for (const leaf of visibleLeaves(table)) {
    const { options } = await loadCommand(leaf, io, table);
    const setting = settable(options)
      .map(settingName)
      .find((name) => isSameName(name, wanted));
    if (setting !== undefined) homes.push({ command: namesOf(leaf.path).join(' '), setting });
  }
  return homes;
}
