import type { KubeObject } from '../../component-context.ts';
import { chartLabels } from '../../labels.ts';
import { validatedRules } from '../../webhooks/validated-rules.ts';
import type { Values } from '../../values/values.ts';

/** Validates objects that no revision claims; only with a default revision. */
export function defaultValidator(values: Values): readonly KubeObject[] {
  const chosen = values.text('defaultRevision');
  if (chosen === '') return [];
  const name = chosen === 'default' ? 'istiod' : `istiod-${chosen}`;
  const bundle = values.text('base.validationCABundle');
  const url = values.text('base.validationURL');
  const namespace = values.text('global.istioNamespace');
  return [
    {
      apiVersion: 'admissionregistration.k8s.io/v1',
      kind: 'ValidatingWebhookConfiguration',
      metadata: {
        name: 'istiod-default-validator',
        labels: {
          app: 'istiod',
          istio: 'istiod',
          release: 'istio',
          'istio.io/rev': chosen,
          ...chartLabels('base', 'istiod'),
        },
      },
      webhooks: [
        {
          name: 'validation.istio.io',
          clientConfig: {
            ...(url !== '' ? { url } : { service: { name, namespace, path: '/validate' } }),
            ...(bundle !== '' && { caBundle: bundle }),
          },
          rules: [validatedRules],
          // Until istiod puts a certificate there, everything would be refused.
          failurePolicy: bundle === '' ? 'Ignore' : 'Fail',
          sideEffects: 'None',
          admissionReviewVersions: ['v1'],
        },
      ],
    },
  ];
}
