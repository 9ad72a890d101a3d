import type { JsonObject } from '../../src/json.ts';
import { connectOptions, type KubeOptions } from '../kube-options.ts';
import type { CommandIo } from '../command-io.ts';

/** What a cluster says of itself that matters for what is installed there. */
export interface ClusterFacts {
  /** Settings that lie between the profile and the files. */
  readonly detected: JsonObject;
  /** The minor version of Kubernetes 1; undefined when the answer does not tell. */
  readonly kubeMinor: number | undefined;
}

/** Asks the API server for its version. */
export async function clusterFacts(io: CommandIo, options: KubeOptions): Promise<ClusterFacts> {
  const { connect } = await import('../../src/kube/index.ts');
  const client = await connect(connectOptions(io, options));
  return factsOf(await client.get('/version'));
}

/** What an answer to `/version` tells: GKE has its plugins elsewhere, and lets only some pods be critical. */
export function factsOf({ gitVersion, minor }: JsonObject): ClusterFacts {
  const version = typeof gitVersion === 'string' ? gitVersion : '';
  const digits = /^\d+/.exec(typeof minor === 'string' ? minor : '')?.[0];
  return {
    detected: version.includes('-gke') ? gke : {},
    kubeMinor: digits === undefined ? undefined : Number(digits),
  };
}

const gke: JsonObject = {
  spec: {
    components: { cni: { namespace: 'kube-system' } },
    values: { global: { platform: 'gke' }, cni: { resourceQuotas: { enabled: false } } },
  },
};
