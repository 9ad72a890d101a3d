import { Option } from 'commander';
import type { IstiodOptions } from '../src/istiod/index.ts';
import type { CliCommand } from './command.ts';
import type { CommandIo } from './command-io.ts';
import type { KubeOptions } from './kube-options.ts';
import { durationOption, millisecondsOf } from './request-timeout.ts';

/** Which istiods of the cluster are asked. */
export interface ControlPlaneOptions extends Pick<KubeOptions, 'istioNamespace'> {
  readonly revision?: string;
  readonly xdsLabel?: string;
  /** For each of them. */
  readonly timeout: string;
}

/** Adds the options that choose among the istiods of the cluster. */
export function addControlPlaneOptions(command: CliCommand): CliCommand {
  return command
    .addOption(new Option('-r, --revision <name>', 'only istiods of this revision'))
    .addOption(new Option('--xds-label <labels>', 'labels of the pods of istiod, instead of app=istiod'))
    .addOption(durationOption('--timeout <time>', 'time for the answer of each istiod; 0 for any', '10s'));
}

/** What the library takes of them. */
export function istiodOptions(
  io: CommandIo,
  { istioNamespace, revision, xdsLabel, timeout }: ControlPlaneOptions,
): IstiodOptions {
  return {
    istioNamespace,
    ...(revision !== undefined && { revision }),
    ...(xdsLabel !== undefined && { selector: xdsLabel }),
    timeout: millisecondsOf(timeout),
    signal: io.interrupt(),
  };
}
