import type { KubeObject } from '../../component-context.ts';
import { chartLabels } from '../../labels.ts';
import type { Values } from '../../values/values.ts';

/** The account with which control planes of other clusters read this one; none where another one is named. */
export function readerAccount(values: Values, namespace: string): readonly KubeObject[] {
  const isOff = values.at('global.enableReaderRBAC') === false;
  if (isOff || values.text('global.readerServiceAccount.name') !== '') return [];
  const secrets = values.list('global.imagePullSecrets');
  return [
    {
      apiVersion: 'v1',
      kind: 'ServiceAccount',
      ...(secrets.length > 0 && { imagePullSecrets: secrets.map((name) => ({ name })) }),
      metadata: {
        name: 'istio-reader-service-account',
        namespace,
        labels: { app: 'istio-reader', release: 'istio', ...chartLabels('base', 'istio-reader') },
      },
    },
  ];
}
