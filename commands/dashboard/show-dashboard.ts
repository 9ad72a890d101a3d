import { messageOf } from '../../src/errors.ts';
import { connect, forwardPort, type ClusterClient, type Pod } from '../../src/kube/index.ts';
import type { CommandIo } from '../command-io.ts';
import { interruptedExitCode } from '../exit-codes.ts';
import { connectOptions, type KubeOptions } from '../kube-options.ts';
import { warn } from '../warn.ts';
import type { DashboardOptions } from './dashboard-options.ts';
import { openBrowser } from './open-browser.ts';

/** What is shown, and where it is in the cluster. */
export interface Dashboard {
  readonly title: string;
  readonly remotePort: number;
  /** Where its pages begin. */
  readonly path: string;
  readonly find: (client: ClusterClient) => Promise<Pod>;
}

/** Makes a dashboard reachable on this machine, prints its address, and keeps it so until Ctrl-C. */
export async function showDashboard(
  io: CommandIo,
  { title, remotePort, path, find }: Dashboard,
  options: DashboardOptions & KubeOptions,
): Promise<number> {
  const { address, browser } = options;
  const signal = io.interrupt();
  // Each search has a connection of its own: the time that the options give counts from when it is made.
  const findPod = async (): Promise<Pod> => find(await connect(connectOptions(io, options)));
  const first = await findPod();
  let known: Pod | undefined = first;
  const forwarded = await forwardPort(
    await connect(connectOptions(io, options)),
    async () => {
      const pod = known ?? (await findPod());
      known = undefined;
      return pod;
    },
    {
      address,
      remotePort,
      localPort: options.port,
      signal,
      onFailure: (error) => {
        warn(io, messageOf(error));
      },
    },
  );
  const url = `http://${address.includes(':') ? `[${address}]` : address}:${forwarded.port}${path}`;
  io.out(`${url}\n`);
  io.note(`${title} is in the pod ${first.name} in the namespace ${first.namespace}; Ctrl-C ends`);
  if (!isLocal(address)) io.note(`note: whoever reaches ${address} can use it with your permissions`);
  if (browser && io.tty.stdout) openBrowser(io, url);
  await ended(signal);
  forwarded.close();
  return interruptedExitCode;
}

const isLocal = (address: string): boolean => /^(localhost|127\.[\d.]+|::1)$/.test(address);

function ended(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const end = (): void => {
      resolve();
    };
    if (signal.aborted) end();
    else signal.addEventListener('abort', end, { once: true });
  });
}
