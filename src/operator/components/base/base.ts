import type { ComponentDefinition } from '../../component-definition.ts';
import type { KubeObject } from '../../component-context.ts';
import type { Values } from '../../values/values.ts';
import { isClusterWide, isNamespaced } from '../../resource-scope.ts';
import { chartLabels } from '../../labels.ts';
import { stableChannelPolicy } from '../../stable-channel-policy.ts';
import { definitions } from './definitions.ts';
import { readerAccount } from './reader-account.ts';
import { defaultValidator } from './default-validator.ts';

/** What all control planes of a cluster share: definitions, the account of remote readers, the default validator. */
export const base: ComponentDefinition = {
  defaults: {
    values: {
      global: { imagePullSecrets: [], istioNamespace: 'istio-system', resourceScope: 'all' },
      base: { excludedCRDs: [], enableCRDTemplates: true, validationURL: '', validationCABundle: '' },
      defaultRevision: 'default',
      experimental: { stableValidationPolicy: false },
    },
  },
  render: async ({ values, part }): Promise<readonly KubeObject[]> => [
    ...(isClusterWide(values) ? await definitions(values) : []),
    ...(isNamespaced(values) ? readerAccount(values, part.namespace) : []),
    ...(isClusterWide(values) ? defaultValidator(values) : []),
    ...(isClusterWide(values) ? defaultPolicy(values) : []),
  ],
};

/** Judges objects that name no revision. */
function defaultPolicy(values: Values): readonly KubeObject[] {
  if (values.text('defaultRevision') === '' || !values.is('experimental.stableValidationPolicy')) return [];
  return stableChannelPolicy({
    name: 'stable-channel-default-policy',
    labels: { app: 'istiod', istio: 'istiod', release: 'istio', ...chartLabels('base', 'istiod') },
    objects: { matchExpressions: [{ key: 'istio.io/rev', operator: 'DoesNotExist' }] },
  });
}
