import { chartLabels, ownerLabels } from '../../labels.ts';
import type { ComponentContext } from '../../component-context.ts';
import type { Values } from '../../values/values.ts';

/** What all objects of a control plane have in common. */
export interface Plane {
  readonly values: Values;
  /** Where its objects are. */
  readonly namespace: string;
  /** The namespace of the mesh's control plane as settings have it; the same but in odd installations. */
  readonly istioNamespace: string;
  /** Empty for the default revision. */
  readonly revision: string;
  /** `default` for the default revision. */
  readonly rev: string;
  /** `-<revision>`, or nothing. */
  readonly suffix: string;
  /** `istiod-<revision>`. */
  readonly name: string;
  readonly kubeMinor: number;
  /** What a control plane elsewhere serves, in a cluster without one or beside a local one. */
  readonly remote: boolean;
  /** Whether istiod runs here. */
  readonly runs: boolean;
  readonly labels: Readonly<Record<'plain' | 'chart' | 'owner', Record<string, string>>>;
}

/** Reads the names and switches of a control plane. */
export function planeOf({ part, values, revision, kubeMinor }: ComponentContext): Plane {
  const suffix = revision === '' ? '' : `-${revision}`;
  const plain = chartLabels('istiod', 'istiod');
  const remote = values.is('istiodRemote.enabled');
  return {
    ...{ values, revision, suffix, kubeMinor, remote },
    namespace: part.namespace,
    istioNamespace: values.text('global.istioNamespace'),
    rev: revision === '' ? 'default' : revision,
    name: `istiod${suffix}`,
    runs: !remote || values.is('istiodRemote.enabledLocalInjectorIstiod'),
    labels: {
      plain,
      chart: { ...plain, release: 'istio' },
      owner: ownerLabels('Pilot', revision, values.text('ownerName')),
    },
  };
}
