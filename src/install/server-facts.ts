import type { JsonObject } from '../json.ts';

/** What a cluster says of itself that matters for what is installed there. */
export interface ServerFacts {
  /** Settings that lie between the profile and the files. */
  readonly detected: JsonObject;
  /** The minor version of Kubernetes 1; undefined when the answer does not tell. */
  readonly kubeMinor: number | undefined;
}

/** What an answer to `/version` tells: GKE has its plugins elsewhere, and lets only some pods be critical. */
export function serverFacts({ gitVersion, minor }: JsonObject): ServerFacts {
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
