import type { DesiredInstall } from '../src/install/index.ts';
import type { ClusterClient } from '../src/kube/index.ts';
import type { CommandIo } from './command-io.ts';
import { factsOf } from './manifest/server-version.ts';
import { readSpec, sayFindings, stopAt, type SpecOptions } from './spec-options.ts';

/** What the flags about a spec ask for, rendered for the cluster. What is wrong with the spec is said on standard error. */
export async function readDesiredInstall(
  io: CommandIo,
  options: SpecOptions,
  client: ClusterClient,
): Promise<DesiredInstall> {
  const { detected, kubeMinor = 32 } = factsOf(await client.get('/version', { signal: io.interrupt() }));
  const spec = await readSpec(io, options, detected);
  const { renderManifests } = await import('../src/operator/index.ts');
  const { objects, findings } = await renderManifests(spec, { kubeMinor });
  await sayFindings(io, findings);
  stopAt(findings, options);
  const { desiredObjects } = await import('../src/install/index.ts');
  return desiredObjects(spec, { objects });
}
