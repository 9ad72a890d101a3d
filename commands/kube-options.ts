import { InvalidArgumentError, Option } from 'commander';
import { parseDuration } from '../src/duration.ts';
import type { ConnectOptions } from '../src/kube/index.ts';
import type { CliCommand } from './command.ts';
import type { CommandIo } from './command-io.ts';
import { listOption } from './options.ts';

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
export function addKubeOptions(command: CliCommand, io: CommandIo): CliCommand {
  return command
    .optionsGroup('Cluster:')
    .addOption(new Option('--kubeconfig <file>', 'kubeconfig to use, instead of that of kubectl'))
    .addOption(new Option('--context <name>', 'context of the kubeconfig, instead of its current one'))
    .addOption(new ActAsOption('--as <user>', 'user to act as'))
    .addOption(listOption('--as-group <group>', 'group to act as; may be repeated'))
    .addOption(new Option('--as-uid <uid>', 'UID to act as'))
    .addOption(
      new Option('--request-timeout <time>', 'time for all that is asked of the cluster; 0 for any')
        .default('60s')
        .argParser(checkTimeout),
    )
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

function checkTimeout(text: string): string {
  if (milliseconds(text) === undefined) throw new InvalidArgumentError('use a time such as 30s or 2m');
  return text;
}

/** Of `30s`, `1m30s`, or a number of seconds, as kubectl takes it. */
function milliseconds(text: string): number | undefined {
  const duration = parseDuration(/^\d+$/.test(text) ? `${text}s` : text);
  return duration === undefined || duration < 0n ? undefined : Number(duration / 1_000_000n);
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
    timeout: milliseconds(requestTimeout) ?? 0,
    signal: io.interrupt(),
    env: io.env,
    cwd: io.cwd,
    interactive: io.tty.stdin,
    say: io.err,
  };
}
