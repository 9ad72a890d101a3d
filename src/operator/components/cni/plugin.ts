import type { ComponentContext } from '../../component-context.ts';
import { chartLabels, ownerLabels } from '../../labels.ts';
import type { Values } from '../../values/values.ts';

/** What all objects of the network plugin have in common. */
export interface Plugin {
  readonly namespace: string;
  /** `-<revision>`, or nothing. */
  readonly suffix: string;
  readonly values: Values;
  readonly labels: Readonly<Record<'plain' | 'chart' | 'owner', Record<string, string>>>;
}

/** Reads the settings of the network plugin. */
export function pluginOf({ part, values, revision }: ComponentContext): Plugin {
  const plain = chartLabels('cni', 'istio-cni');
  return {
    namespace: part.namespace,
    suffix: revision === '' ? '' : `-${revision}`,
    values,
    labels: {
      plain,
      chart: { ...plain, release: 'istio' },
      owner: ownerLabels('Cni', revision, values.text('ownerName')),
    },
  };
}
