import { Option } from 'commander';
import type { ProxySource } from '../../src/proxy/source/index.ts';
import type { CliCommand } from '../command.ts';
import type { CommandIo } from '../command-io.ts';
import { addPodOptions, findNamedPods, podArgument, podTarget, type PodOptions } from '../pod-options.ts';
import { adminOption, adminSourceAt } from './admin-source.ts';
import { expectOne } from './expect-one.ts';
import { fileSource } from './file-source.ts';

/** Where a dump is: exactly one of a pod, labels of pods, a file and an address. */
export interface ProxySourceOptions extends PodOptions {
  /** The argument `[pod]`. */
  readonly pod?: string | undefined;
  readonly file?: string;
  /** Address of an admin interface. */
  readonly admin?: string;
}

/** `-f, --file <file>`. */
function fileOption(): Option {
  return new Option('-f, --file <file>', 'a saved dump of a proxy, also .gz; - for stdin');
}

/**
 * Adds the argument `[pod]` and the options that say whose dump is meant. The handler gets the pod before the options;
 * `proxySource` wants it among them.
 */
export function addProxySource(command: CliCommand, io: CommandIo): CliCommand {
  command.addArgument(podArgument()).optionsGroup('Source:').addOption(fileOption()).addOption(adminOption());
  return addPodOptions(command, io);
}

/** The source that is named; a file is read when the source is. */
export async function proxySource(io: CommandIo, options: ProxySourceOptions): Promise<ProxySource> {
  const { pod, selector, file, admin, requestTimeout } = options;
  expectOne({ pod, '--selector': selector, '--file': file, '--admin': admin });
  if (file !== undefined) return fileSource(io, file);
  return admin === undefined ? podSource(io, pod, options) : adminSourceAt(io, { admin, requestTimeout });
}

/** The proxy in a pod, named as `[type/]name[.namespace]` or by the labels among the options: of several, the best one. */
export async function podSource(
  io: CommandIo,
  name: string | undefined,
  options: PodOptions,
): Promise<ProxySource> {
  const { client, pods } = await findNamedPods(io, name, options);
  const [pod] = pods;
  if (pods.length > 1) io.note(`asking the pod ${pod.name}, one of ${pods.length}`);
  const { adminSource } = await import('../../src/proxy/source/index.ts');
  return adminSource(podTarget(io, options, client, pod, options.proxyAdminPort));
}
