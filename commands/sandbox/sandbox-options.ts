import { InvalidArgumentError, Option } from 'commander';
import type { CliCommand } from '../command.ts';
import { durationOption } from '../request-timeout.ts';

/** What the flags say of a simulated cluster. */
export interface SandboxFlags {
  readonly port: number;
  readonly writeKubeconfig?: string;
  /** `example`, `none`, a file or a folder. */
  readonly seed: string;
  /** A duration. */
  readonly readyDelay: string;
}

/** Adds the flags of a simulated cluster, under a heading of their own. */
export function addSandboxOptions(command: CliCommand): CliCommand {
  return command
    .optionsGroup('Sandbox:')
    .addOption(
      new Option('--port <port>', 'port on 127.0.0.1; 0 for any that is free').default(0).argParser(portOf),
    )
    .addOption(
      new Option('--write-kubeconfig <file>', 'where to write the kubeconfig, instead of a temporary file'),
    )
    .addOption(
      new Option(
        '--seed <source>',
        'objects to start with: example, none, or a file or folder with YAML',
      ).default('example'),
    )
    .addOption(durationOption('--ready-delay <time>', 'time that a pod takes to be ready', '300ms'));
}

function portOf(text: string): number {
  const port = Number(text);
  if (/^\d+$/.test(text) && port < 65_536) return port;
  throw new InvalidArgumentError('use a number from 0 to 65535');
}
