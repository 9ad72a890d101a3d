import { InvalidArgumentError, Option } from 'commander';
import type { HealthOptions } from '../../src/upgrade/run/index.ts';
import type { CliCommand } from '../command.ts';
import type { CommandIo } from '../command-io.ts';
import { addKubeOptions, type KubeOptions } from '../kube-options.ts';
import { outputOption } from '../options.ts';
import { durationOption } from '../request-timeout.ts';

/** What every command says that carries an upgrade on or takes it back. */
export interface CarryOnOptions extends KubeOptions {
  readonly auto: boolean;
  readonly timeout: string;
  readonly output: 'table' | 'json' | 'yaml';
  readonly journal?: string;
}

/** What every command says that carries an upgrade on. */
export interface CanaryOptions extends CarryOnOptions {
  readonly confirm: boolean;
  readonly until?: string;
  readonly onFailure: 'stop' | 'rollback';
  readonly prometheus?: string;
  readonly maxErrorRate: number;
  readonly maxRestarts: number;
}

/** Adds the flags of how far, asking whom, and what counts as ill. */
export function addCanaryOptions(command: CliCommand, io: CommandIo): CliCommand {
  command
    .optionsGroup('Carrying out:')
    .addOption(new Option('--until <step>', 'the last step to carry out'))
    .addOption(new Option('--confirm', 'ask before each step').default(false).conflicts('auto'))
    .addOption(
      new Option('--on-failure <what>', 'when what has moved is not well: leave it, or take that step back')
        .choices(['stop', 'rollback'])
        .default('stop'),
    );
  return addCarryOnOptions(command, io)
    .optionsGroup('Health:')
    .addOption(new Option('--prometheus <url>', 'ask this Prometheus how many requests fail'))
    .addOption(
      new Option('--max-error-rate <share>', 'share of requests that may fail with 5xx')
        .default(0.05)
        .argParser(shareOf),
    )
    .addOption(
      new Option('--max-restarts <count>', 'so often a container of what has moved may restart')
        .default(0)
        .argParser(countOf),
    );
}

/** Adds the flags that carrying on and taking back have in common. */
export function addCarryOnOptions(command: CliCommand, io: CommandIo): CliCommand {
  command
    .optionsGroup('Carrying out:')
    .addOption(new Option('-y, --auto', 'ask nothing').default(false))
    .addOption(new Option('--yes', 'the same as --auto').implies({ auto: true }).hideHelp())
    .addOption(
      durationOption('--timeout <time>', 'how long a roll-out, a budget or a control plane may take', '5m'),
    );
  return addKubeOptions(command, io, 'time for all that is asked of the cluster; 0 for any', '0')
    .optionsGroup('Output:')
    .addOption(outputOption(['table', 'json', 'yaml']))
    .addOption(new Option('--journal <file>', 'append what happens, one JSON event a line'));
}

/** What the flags say of health. */
export const healthIn = ({ prometheus, maxErrorRate, maxRestarts }: CanaryOptions): HealthOptions => ({
  ...{ maxErrorRate, maxRestarts },
  ...(prometheus !== undefined && { prometheus }),
});

function shareOf(text: string): number {
  const share = Number(text.endsWith('%') ? text.slice(0, -1) : text) / (text.endsWith('%') ? 100 : 1);
  if (text === '' || !(share >= 0 && share <= 1))
    throw new InvalidArgumentError('use a share such as 0.05 or 5%');
  return share;
}

function countOf(text: string): number {
  if (!/^\d+$/.test(text)) throw new InvalidArgumentError('use a number such as 3');
  return Number(text);
}
