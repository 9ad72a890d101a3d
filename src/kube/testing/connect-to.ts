import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { JsonObject } from '../../resources/index.ts';
import type { ClusterWriter } from '../apply/cluster-writer.ts';
import { connectWriterWith } from '../apply/connect-writer.ts';
import type { ClusterClient } from '../client.ts';
import type { ConnectOptions } from '../connect-options.ts';
import { connectWith } from '../connect.ts';
import type { Clock } from '../session/retry.ts';

/** A folder with files, until the test ends. */
export async function temporaryFolder(files: Readonly<Record<string, string>>): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'meshctl-kube-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name), text);
  return folder;
}

export interface Login {
  readonly cluster?: JsonObject;
  readonly user?: JsonObject;
}

/** A kubeconfig with the one context "test", in the namespace "shop". */
export function kubeconfigText(server: string, { cluster = {}, user = {} }: Login = {}): string {
  return JSON.stringify({
    apiVersion: 'v1',
    kind: 'Config',
    'current-context': 'test',
    clusters: [{ name: 'c', cluster: { server, ...cluster } }],
    users: [{ name: 'u', user }],
    contexts: [{ name: 'test', context: { cluster: 'c', user: 'u', namespace: 'shop' } }],
  });
}

/** Time that passes at once; remembers how long it was asked to wait. */
export function instantClock(): Clock & { readonly pauses: readonly number[] } {
  const pauses: number[] = [];
  return {
    pauses,
    random: () => 0,
    pause: (milliseconds) => {
      pauses.push(milliseconds);
      return Promise.resolve();
    },
  };
}

/** `connectTo`, for a connection that writes. */
export async function writeTo(
  { url }: { readonly url: string },
  options: ConnectOptions = {},
  clock: Clock = instantClock(),
): Promise<ClusterWriter> {
  const folder = await temporaryFolder({ config: kubeconfigText(url) });
  return connectWriterWith(clock, {
    kubeconfig: join(folder, 'config'),
    env: { PATH: process.env.PATH },
    ...options,
  });
}

/** Connects to a server through a kubeconfig of its own, without waiting between attempts. */
export async function connectTo(
  { url }: { readonly url: string },
  login: Login = {},
  options: ConnectOptions = {},
  clock: Clock = instantClock(),
): Promise<ClusterClient> {
  const folder = await temporaryFolder({ config: kubeconfigText(url, login) });
  const kubeconfig = join(folder, 'config');
  return connectWith(clock, { kubeconfig, env: { PATH: process.env.PATH }, ...options });
}
