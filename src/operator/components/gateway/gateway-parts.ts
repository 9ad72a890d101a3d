import { plainText } from '../../../json.ts';
import type { ComponentContext } from '../../component-context.ts';
import { chartLabels, ownerLabels } from '../../labels.ts';
import { mergeValues } from '../../spec/index.ts';
import { valuesOf, type Values } from '../../values/values.ts';

/** What all objects of a gateway have in common. */
export interface GatewayParts {
  readonly name: string;
  readonly namespace: string;
  readonly type: 'ingress' | 'egress';
  readonly revision: string;
  readonly values: Values;
  /** Its own settings. */
  readonly own: Values;
  /** The same, with the global ones beside them. */
  readonly scaled: Values;
  /** Labels by which its pods are found. */
  readonly matched: Readonly<Record<string, string>>;
  readonly labels: Readonly<Record<'plain' | 'chart' | 'owner' | 'matched', Record<string, string>>>;
}

/** Reads the names and settings of a gateway. */
export function gatewayOf({ part, values, revision }: ComponentContext): GatewayParts {
  const type = part.component === 'EgressGateways' ? 'egress' : 'ingress';
  const own = values.inner(part.root.join('.'));
  const plain = chartLabels(`istio-${type}`, `istio-${type}gateway`);
  const matched = Object.fromEntries(
    Object.entries(own.map('labels')).map(([key, value]) => [key, plainText(value)]),
  );
  return {
    ...{ type, revision, values, own, matched },
    name: part.workload,
    namespace: part.namespace,
    scaled: valuesOf(mergeValues(own.raw, { global: values.map('global') })),
    labels: {
      plain,
      chart: { ...plain, release: 'istio' },
      owner: ownerLabels(part.component, revision, values.text('ownerName')),
      matched,
    },
  };
}
