import { Option, type Argument } from 'commander';
import type { CliCommand } from '../command.ts';
import type { CommandIo } from '../command-io.ts';
import { addKubeOptions, type KubeOptions } from '../kube-options.ts';
import { listOption, outputOption } from '../options.ts';
import { proxyAdminPortOption } from '../pod-options.ts';

/** What the command lines of `meshctl describe` say. */
export interface DescribeCommandOptions extends KubeOptions {
  readonly filename: readonly string[];
  readonly live?: boolean;
  readonly namespace?: string;
  readonly meshConfig?: string;
  readonly dump?: string;
  readonly gatewayDump: readonly string[];
  /** False after `--no-proxies`. */
  readonly proxies: boolean;
  readonly proxyAdminPort: number;
  readonly output: 'table' | 'json' | 'yaml';
}

/** Adds the arguments and options of `describe pod` and `describe service`; `what` is the first argument. */
export function addDescribeOptions(command: CliCommand, io: CommandIo, what: Argument): CliCommand {
  command
    .addArgument(what)
    .argument(
      '[paths...]',
      'files, folders or patterns with the configuration; without them a cluster is read',
    )
    .optionsGroup('Configuration:')
    .addOption(listOption('-f, --filename <file>', 'another file, folder or pattern; may be repeated'))
    .addOption(new Option('--live', 'read the cluster, too; files are taken as if they were applied to it'))
    .addOption(new Option('-n, --namespace <name>', 'namespace of what is named without one'))
    .addOption(new Option('--mesh-config <file>', 'the mesh config that counts'))
    .optionsGroup('Proxies:')
    .addOption(new Option('--dump <file>', 'config_dump of the proxy of the pod, also .gz; - for stdin'))
    .addOption(listOption('--gateway-dump <file>', 'config_dump of an ingress gateway; may be repeated'))
    .addOption(new Option('--no-proxies', 'do not ask the proxies of the cluster'))
    .addOption(proxyAdminPortOption());
  return addKubeOptions(command, io)
    .optionsGroup('Output:')
    .addOption(outputOption(['table', 'json', 'yaml']));
}
