import { planInstall, readInstallState, type InstallPlan } from '../../src/install/index.ts';
import type { ClusterClient } from '../../src/kube/index.ts';
import type { CommandIo } from '../command-io.ts';
import { readDesiredInstall, type AskedInstall } from '../desired-install.ts';
import type { InstallOptions } from './install-options.ts';

/** What is asked for, made for a cluster. */
export interface Installation extends AskedInstall {
  /** Compares with the cluster as it is now. */
  readonly plan: () => Promise<InstallPlan>;
}

/** Reads what the flags ask for, made for the cluster, and says what is wrong with it. */
export async function readInstallation(
  io: CommandIo,
  options: InstallOptions,
  client: ClusterClient,
): Promise<Installation> {
  const { desired, version } = await readDesiredInstall(io, options, client);
  const kubernetes = typeof version.gitVersion === 'string' ? { kubernetes: version.gitVersion } : {};
  const plan = async (): Promise<InstallPlan> => {
    const state = await readInstallState(client, desired, { signal: io.interrupt() });
    const { force, exitCode: keepShared } = options;
    return planInstall(desired, state, { force, keepShared, ...kubernetes });
  };
  return { desired, version, plan };
}
