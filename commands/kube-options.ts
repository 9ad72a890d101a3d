import { Option } from 'commander';
import type { ConnectOptions } from '../src/kube/index.ts';
import type { CliCommand } from './command.ts';
import type { CommandIo } from './command-io.ts';
import { listOption } from './options.ts';
import { millisecondsOf, requestTimeoutOption } from './request-timeout.ts';

/** What the options of a command that talks to a cluster say. */
export interface KubeOptions {
  readonly kubeconfig?: string;
  readonly context?: string;
  /** What `--as` says; see `ActAsOption`. */
  readonly asUser?: string;
  readonly asGroup: readonly string[];
  readonly asUid?: string;
  /** A duration, or a number of seconds; 0 is no limit. */
  readonly requestTimeout: string;
  readonly istioNamespace: string;
}

/** Adds the options of kubectl that say which cluster, as whom and how long, under a heading of their own. */
export function addKubeOptions(
  command: CliCommand,
  io: CommandIo,
  timeout = 'time for all that is asked of the cluster; 0 for any',
  byDefault = '60s',
): CliCommand {
  return command
    .optionsGroup('Cluster:')
    .addOption(new Option('--kubeconfig <file>', 'kubeconfig to use, instead of that of kubectl'))
    .addOption(new Option('--context <name>', 'context of the kubeconfig, instead of its current one'))
    .addOption(new ActAsOption('--as <user>', 'user to act as'))
    .addOption(listOption('--as-group <group>', 'group to act as; may be repeated'))
    .addOption(new Option('--as-uid <uid>', 'UID to act as'))
    .addOption(requestTimeoutOption(timeout, byDefault))
    .addOption(
      new Option('-i, --istio-namespace <name>', 'namespace of the control plane').default('istio-system'),
    )
    .completer('context', () => knownContexts(io));
}

/** Its setting is `asUser` (MESHCTL_AS_USER): the `--as` of `meshctl validate` means something else. */
class ActAsOption extends Option {
  override attributeName(): string {
    return 'asUser';
  }
}

async function knownContexts({ env, cwd }: CommandIo): Promise<readonly string[]> {
  const { contextNames } = await import('../src/kube/index.ts');
  return contextNames({ env, cwd }).catch(() => []);
}

/** What `connect` needs of the options and of the outside. Ctrl-C ends what is asked of the cluster. */
export function connectOptions(io: CommandIo, options: KubeOptions): ConnectOptions {
  const { kubeconfig, context, asUser, asGroup, asUid, requestTimeout } = options;
  return {
    ...(kubeconfig !== undefined && { kubeconfig }),
    ...(context !== undefined && { context }),
    ...(asUser !== undefined && { as: asUser }),
    ...(asUid !== undefined && { asUid }),
    asGroup,
    timeout: millisecondsOf(requestTimeout),
    signal: io.interrupt(),
    env: io.env,
    cwd: io.cwd,
    interactive: io.tty.stdin,
    say: io.err,
  };
}
