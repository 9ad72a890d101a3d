import { identityIn, type Variables } from '../verify/bundle-variables.ts';
import { readEnv } from '../verify/read-env.ts';
import type { SavedBundle } from '../verify/saved-bundle.ts';

/** Whose a bundle is, by its cluster.env. */
export interface BundleOwner {
  /** Of its WorkloadGroup; empty when it is not said. */
  readonly group: string;
  readonly namespace: string;
  readonly serviceAccount: string;
  /** Empty when it is not said. */
  readonly clusterId: string;
  /** Of the control plane that it is led to; undefined for the one without. */
  readonly revision?: string;
  readonly variables: Variables;
}

/** Undefined for a bundle without cluster.env. */
export function bundleOwner({ files }: SavedBundle): BundleOwner | undefined {
  const text = files['cluster.env']?.text;
  if (text === undefined) return undefined;
  const variables = new Map(readEnv(text).assignments.map(({ name, value }) => [name, value]));
  const { namespace = 'default', serviceAccount = 'default' } = identityIn(variables);
  const [, revision] = /^istiod-([^.]+)\./.exec(variables.get('CA_ADDR') ?? '') ?? [];
  return {
    group: variables.get('ISTIO_META_WORKLOAD_NAME') ?? '',
    ...{ namespace, serviceAccount, clusterId: variables.get('ISTIO_META_CLUSTER_ID') ?? '', variables },
    ...(revision !== undefined && { revision }),
  };
}
