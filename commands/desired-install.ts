import type { DesiredInstall } from '../src/install/index.ts';
import type { JsonObject } from '../src/json.ts';
import type { ClusterClient } from '../src/kube/index.ts';
import type { CommandIo } from './command-io.ts';
import type { KubeOptions } from './kube-options.ts';
import { readSpec, sayFindings, stopAt, type SpecOptions } from './spec-options.ts';

/** What flags about a spec ask for, made for a cluster. */
export interface AskedInstall {
  readonly desired: DesiredInstall;
  /** What the cluster says of its version. */
  readonly version: JsonObject;
}

/** Renders what the flags about a spec ask for, for a cluster. What is wrong with the spec is said on standard error. */
export async function readDesiredInstall(
  io: CommandIo,
  options: SpecOptions & Pick<KubeOptions, 'istioNamespace'>,
  client: ClusterClient,
): Promise<AskedInstall> {
  const version = await client.get('/version', { signal: io.interrupt() });
  const { desiredObjects, serverFacts } = await import('../src/install/index.ts');
  const { detected, kubeMinor = 32 } = serverFacts(version);
  const spec = await readSpec(io, inNamespace(options), detected);
  const { renderManifests } = await import('../src/operator/index.ts');
  const { objects, findings } = await renderManifests(spec, { kubeMinor });
  await sayFindings(io, findings);
  stopAt(findings, options);
  return { desired: desiredObjects(spec, { objects }), version };
}

/** A namespace that is asked for by its flag is that of the spec, unless a setting says otherwise. */
function inNamespace<T extends SpecOptions & Pick<KubeOptions, 'istioNamespace'>>(options: T): T {
  const { istioNamespace, set } = options;
  if (istioNamespace === 'istio-system') return options;
  return { ...options, set: [`values.global.istioNamespace=${istioNamespace}`, ...set] };
}
