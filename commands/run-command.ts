import type { CliCommand } from './command.ts';
import type { CommandIo, Voice } from './command-io.ts';
import type { ColorChoice } from './colors.ts';
import type { Entry } from './entry.ts';
import { namesOf, type Leaf } from './entry-tree.ts';
import { loadCommand } from './load-command.ts';
import { configFlag } from './scan-flags.ts';
import { readSwitchValues } from './switch-values.ts';
import { applySettings } from './settings/apply-settings.ts';
import { misnamedFile } from './settings/find-files.ts';
import { readSettings, type Settings } from './settings/read-settings.ts';

interface GlobalOptions {
  readonly color: ColorChoice;
  readonly quiet?: boolean;
  readonly verbose: number;
}

/** What a command runs in; `voice` is told what the flags say about colours and verbosity. */
export interface Stage {
  readonly io: CommandIo;
  readonly voice: Voice;
  readonly table: readonly Entry[];
}

/** Reads the flags and settings of a command, runs it, and returns its exit code. */
export async function runCommand(leaf: Leaf, args: readonly string[], stage: Stage): Promise<number> {
  try {
    return await run(leaf, args, stage);
  } catch (error) {
    const { explainStray } = await import('./settings/explain-stray.ts');
    throw await explainStray(error, stage.io, stage.table);
  }
}

async function run(leaf: Leaf, args: readonly string[], { io, voice, table }: Stage): Promise<number> {
  const names = namesOf(leaf.path);
  const config = configFlag(args);
  const settings = await readSettings(config, io, table);
  const command = await loadCommand(leaf, io, table);
  // Commander looks for required flags before the hook runs.
  applySettings(command, names, settings, ({ mandatory }) => mandatory);
  command.hook('preAction', () => {
    applySettings(command, names, settings);
    tell(voice, command, settings);
    const misnamed = leaf.entry.hidden ? undefined : misnamedFile(config, io);
    if (misnamed !== undefined) noteMisnamed(io, misnamed);
  });
  await command.parseAsync(readSwitchValues(command, args), { from: 'user' });
  return command.exitCode;
}

function tell(voice: Voice, command: CliCommand, { layers }: Settings): void {
  const { color, quiet, verbose } = command.opts<GlobalOptions>();
  voice.color = color;
  voice.verbosity = quiet ? -1 : verbose;
  const project = layers.find(({ file }) => file.kind !== 'user')?.project;
  if (project !== undefined) voice.project = project;
}

function noteMisnamed(io: CommandIo, file: string): void {
  io.note(`warning: ${file} is not read`);
  io.note('  hint: settings files are called meshctl.yaml: rename it');
}
