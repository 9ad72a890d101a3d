import { InvalidArgumentError, Option } from 'commander';
import type { CliCommand } from '../command.ts';

/** How a dashboard is reached on this machine. */
export interface DashboardOptions {
  /** 0 is that of the pod, or any other one where that is taken. */
  readonly port: number;
  readonly address: string;
  readonly browser: boolean;
}

/** Adds the options that all dashboards have, under a heading of their own. */
export function addDashboardOptions(command: CliCommand): CliCommand {
  return command
    .optionsGroup('On this machine:')
    .addOption(
      new Option('-p, --port <port>', 'port to listen at; 0: that of the pod, or a free one')
        .default(0)
        .argParser((text) => portNumber(text, 0)),
    )
    .addOption(new Option('--address <address>', 'address to listen at').default('127.0.0.1'))
    .addOption(new Option('--browser', 'open a browser, if this is a terminal').default(true));
}

/** `flags` with a port of the pod. */
export function podPortOption(flags: string, port: number): Option {
  return new Option(flags, 'port of the pod').default(port).argParser((text) => portNumber(text, 1));
}

function portNumber(text: string, least: number): number {
  const port = Number(text);
  if (/^\d+$/.test(text) && port >= least && port <= 65_535) return port;
  throw new InvalidArgumentError(`give a number from ${least} to 65535`);
}
