import {
  desiredObjects,
  planInstall,
  readInstallState,
  type DesiredInstall,
  type InstallPlan,
} from '../../src/install/index.ts';
import type { JsonObject } from '../../src/json.ts';
import type { ClusterClient } from '../../src/kube/index.ts';
import { renderManifests } from '../../src/operator/index.ts';
import type { CommandIo } from '../command-io.ts';
import { factsOf } from '../manifest/server-version.ts';
import { readSpec, sayFindings, stopAt } from '../spec-options.ts';
import type { InstallOptions } from './install-options.ts';

/** What is asked for, made for a cluster. */
export interface Installation {
  readonly desired: DesiredInstall;
  /** What the cluster says of its version. */
  readonly version: JsonObject;
  /** Compares with the cluster as it is now. */
  readonly plan: () => Promise<InstallPlan>;
}

/** Reads what the flags ask for, made for the cluster, and says what is wrong with it. */
export async function readInstallation(
  io: CommandIo,
  options: InstallOptions,
  client: ClusterClient,
): Promise<Installation> {
  const signal = io.interrupt();
  const version = await client.get('/version', { signal });
  const { detected, kubeMinor = 32 } = factsOf(version);
  const spec = await readSpec(io, options, detected);
  const { objects, findings } = await renderManifests(spec, { kubeMinor });
  await sayFindings(io, findings);
  stopAt(findings, options);
  const desired = desiredObjects(spec, { objects });
  const kubernetes = typeof version.gitVersion === 'string' ? { kubernetes: version.gitVersion } : {};
  const plan = async (): Promise<InstallPlan> => {
    const state = await readInstallState(client, desired, { signal });
    return planInstall(desired, state, { force: options.force, ...kubernetes });
  };
  return { desired, version, plan };
}
